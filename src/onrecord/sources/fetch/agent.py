"""How onrecord names itself to servers: its name, version and where to read about it, and nothing else."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata

from onrecord import __version__

PRODUCT = "onrecord"
"""The name that robots.txt may address."""
_LINKS = ("homepage", "source", "repository", "documentation")


def make_user_agent() -> str:
    """Return `onrecord/VERSION (+ADDRESS)`; the address is the project's, from the package's metadata, and left out when it names none."""
    address = _find_project_url()
    return f"{PRODUCT}/{__version__} (+{address})" if address else f"{PRODUCT}/{__version__}"


def _find_project_url() -> str | None:
    try:
        lines = metadata(PRODUCT).get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    links = {name.strip().lower(): url.strip() for name, _, url in (str(line).partition(",") for line in lines)}
    return next((links[name] for name in _LINKS if name in links), next(iter(links.values()), None))
