"""What is said in tus 1.0's headers: https://tus.io/protocols/resumable-upload."""

import base64
import binascii

from starlette.requests import Request

from vigreview.refusals import Unusable

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-defer-length,termination"
ALWAYS = {"tus-resumable": VERSION, "cache-control": "no-store"}
SPOKEN = {**ALWAYS, "tus-version": VERSION}
DIGITS = 18  # more than any disk holds, and fewer than a database's integers do
_UNCLEAR = "It is not clear how long this film is."


def number(request: Request, header: str) -> int:
    """Return a header's number; what is too large to be true is made as large as can be."""
    value = request.headers.get(header, "")
    if not (value.isascii() and value.isdecimal()):
        raise Unusable(_UNCLEAR)
    return int(value) if len(value) <= DIGITS else int("9" * DIGITS)


def length_of(request: Request) -> int | None:
    """Return the length in bytes of an upload that is begun; None: it is told later."""
    deferred = request.headers.get("upload-defer-length")
    if deferred is None:
        return number(request, "upload-length")
    if deferred != "1" or "upload-length" in request.headers:
        raise Unusable(_UNCLEAR)
    return None


def body_length(request: Request) -> int:
    """Return how many bytes a request says that it brings; 0 where it does not say."""
    return number(request, "content-length") if "content-length" in request.headers else 0


def length_headers(length: int | None) -> dict[str, str]:
    """Return the header that says how long an upload is, or that this is not known yet."""
    return {"upload-defer-length": "1"} if length is None else {"upload-length": str(length)}


def read_metadata(header: str) -> dict[str, str]:
    """Return the pairs of an Upload-Metadata header (values in Base64). Raises Unusable."""
    metadata = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        try:
            metadata[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            raise Unusable("What came with this film could not be read.") from None
    return metadata


def write_metadata(metadata: dict[str, str]) -> str:
    """Return the Upload-Metadata header of these pairs."""
    return ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items()
    )
