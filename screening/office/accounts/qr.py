"""A QR code as SVG that stands in the page itself."""

from __future__ import annotations

import qrcode
from django.utils.html import format_html


def qr_svg(text: str) -> str:
    """Dark on light in every color scheme, as cameras expect it, with four squares of margin."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    rows = code.get_matrix()
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return format_html(
        '<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}">'
        '<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{squares}"/></svg>',
        size=len(rows),
        label="QR code for the app. The key below says the same.",
        squares=squares,
    )
