"""The views: what was found as JSON for machines, and as a briefing in HTML or in the terminal for people."""

from onrecord.views.brief_html import render_html
from onrecord.views.brief_text import render_text
from onrecord.views.briefing import make_briefing
from onrecord.views.contract import comparison_to_dict
from onrecord.views.contract_article import analysis_to_dict
from onrecord.views.entries import Briefing
from onrecord.views.json_values import Json, JsonObject

__all__ = ["Briefing", "Json", "JsonObject", "analysis_to_dict", "comparison_to_dict", "make_briefing", "render_html", "render_text"]
