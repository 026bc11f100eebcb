"""What every answer tells the browser: keep nothing, load nothing from elsewhere.

Streamlit 1.67 needs ``blob:`` (components) and inline styles; its one inline script is allowed by
its hash, computed from the installed page, so that an upgrade cannot go unnoticed.
"""

import base64
import hashlib
import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import Message

_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)

SIGN_IN_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": browsers then send "Origin: null" with our own forms, and the gate
    # would refuse them. To any other site this sends nothing either.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


# What a page may ask of the device. Cameras and microphones are for the practitioner's own screens.
_FEATURES = (
    "camera={filming}, microphone={filming}, fullscreen=(self), autoplay=(self), "
    "screen-wake-lock={filming}, geolocation=(), display-capture=(), usb=(), serial=(), payment=()"
)


def screens_policy() -> str:
    """Return the Content-Security-Policy of Streamlit's screens."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(page)
    )
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def protect(answer: Message, policy: str, cacheable: bool, may_film: bool) -> None:
    """Add the headers to an ``http.response.start``.

    `cacheable` is for files without a secret, `may_film` for screens that may use the camera.
    """
    headers = MutableHeaders(scope=answer)
    headers["content-security-policy"] = policy
    headers["permissions-policy"] = _FEATURES.format(filming="(self)" if may_film else "()")
    headers.update(_ALWAYS)
    if not cacheable:
        headers["cache-control"] = "no-store"
