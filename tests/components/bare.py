"""Parts on a bare page, without Streamlit: their script and style, and what they are given."""

from importlib import import_module

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

BARE = """<!doctype html><meta charset="utf-8"><title>Parts without Streamlit</title>
<script type="module">
    window.told = [];
    window.cleanUp = {};
    window.takeAway = {}; // as React does: first off the page, then cleaned up
    for (const part of new URLSearchParams(location.search).getAll("part")) {
        const host = document.body.appendChild(document.createElement("div"));
        host.id = part;
        const parentElement = host.attachShadow({ mode: "open" });
        const style = parentElement.appendChild(document.createElement("style"));
        style.textContent = await (await fetch(`/test/parts/${part}.css`)).text();
        const { default: mount } = await import(`/test/parts/${part}.js`);
        const draw = async () => {
            const data = await (await fetch(`/test/data/${part}${location.search}`)).json();
            window.cleanUp[part] = mount({ data, parentElement, key: part, name: part,
                setTriggerValue(name, value) { told.push([name, value]); draw(); } });
        };
        window.takeAway[part] = () => {
            host.remove();
            window.cleanUp[part]();
        };
        await draw();
    }
</script>"""


async def bare(request: Request) -> Response:
    return Response(BARE, media_type="text/html")


async def part_file(request: Request) -> Response:
    name, kind = request.path_params["name"], request.path_params["kind"]
    part = import_module(f"vigreview.components.{name}.{name}").PART
    if kind == "js":
        return Response(part.script, media_type="text/javascript")
    return Response(part.style, media_type="text/css")


async def part_data(request: Request) -> Response:
    parts = import_module("tests.components.parts")
    return JSONResponse(parts.data_of(request.path_params["name"], request.query_params))
