"""Fetch pages from the network politely and safely, once (`Fetcher`) or again and again (`follow`)."""
