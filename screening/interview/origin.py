"""Did a form come from a page of this site? For the few forms that can hold no token."""

from django.http import HttpRequest


def from_this_site(request: HttpRequest) -> bool:
    """By the browser's own word, which a page of another site cannot forge."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
