"""What Chromium shows of a film: which frame at which time, and what the picture looks like."""

import base64
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page, Playwright

from tests.chromium import ARGS, chromium_path
from tests.films.making import Picture

PAGE = b"<!doctype html><link rel=icon href=data:,><video id=v muted playsinline></video>"

SHOW = """async ({at, paint}) => {
  const video = document.getElementById('v');
  const heard = (name) => new Promise((resolve, reject) => {
    video.addEventListener(name, resolve, {once: true});
    video.addEventListener('error', () => reject(video.error.message), {once: true});
  });
  const next = () => new Promise((resolve) =>
    video.requestVideoFrameCallback((_, told) => resolve(told.mediaTime)));
  if (!video.src) {
    const loaded = Promise.all([heard('loadeddata'), next()]);
    video.src = '/film';
    await loaded;
  }
  const shown = {duration: video.duration, size: [video.videoWidth, video.videoHeight],
                 times: [], painted: []};
  for (const time of at) {
    const sought = heard('seeked');
    // "seeked" may come before the frame is on the screen.
    const painted = next();
    video.currentTime = time / 1e6;
    await sought;
    shown.times.push(Math.round(await painted * 1e6));
    if (paint) {
      const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
      canvas.getContext('2d').drawImage(video, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      shown.painted.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    }
  }
  return shown;
}"""

PLAY = """async (rate) => {
  const video = document.getElementById('v');
  const ended = new Promise((resolve) => video.addEventListener('ended', resolve, {once: true}));
  const times = [];
  const note = (_, told) => {
    times.push(Math.round(told.mediaTime * 1e6));
    video.requestVideoFrameCallback(note);
  };
  const sought = new Promise((resolve) => video.addEventListener('seeked', resolve, {once: true}));
  video.currentTime = 0;
  await sought;
  video.requestVideoFrameCallback(note);
  video.playbackRate = rate;
  await video.play();
  await ended;
  return times;
}"""


class Shown:
    """One film in a page of Chromium."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.size: tuple[int, int] = (0, 0)
        self.duration = 0.0

    def at(self, times: list[int], paint: bool = False) -> tuple[list[int], list[Picture]]:
        """Seek to each time (microseconds); the times of the frames then shown, and pictures."""
        shown: Any = self._page.evaluate(SHOW, {"at": times, "paint": paint})
        self.size, self.duration = tuple(shown["size"]), shown["duration"]
        pictures = [
            np.asarray(Image.open(io.BytesIO(base64.b64decode(each))).convert("RGB"))
            for each in shown["painted"]
        ]
        return shown["times"], pictures

    def played(self, rate: float) -> list[int]:
        """Play to the end; the media times that requestVideoFrameCallback tells."""
        return self._page.evaluate(PLAY, rate)


@contextmanager
def playing_page(playwright: Playwright) -> Iterator[Page]:
    """A page of a Chromium that plays without being touched."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path(),
        args=[*ARGS, "--autoplay-policy=no-user-gesture-required"],
    )
    yield browser.new_page()
    browser.close()


@contextmanager
def shown(page: Page, film: bytes) -> Iterator[Shown]:
    """Serve a film by byte ranges and show it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None: ...

        def do_GET(self) -> None:
            data, media_type = (film, "video/mp4") if self.path == "/film" else (PAGE, "text/html")
            start, end = 0, len(data)
            asked = self.headers.get("Range")
            if asked:
                first, _, last = asked.removeprefix("bytes=").partition("-")
                start, end = int(first), int(last) + 1 if last else len(data)
            self.send_response(206 if asked else 200)
            self.send_header("Content-Type", media_type)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(end - start))
            if asked:
                self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
            self.end_headers()
            self.wfile.write(data[start:end])

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """The browser leaves off in the middle when it seeks."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield Shown(page)
    finally:
        page.goto("about:blank")
        server.shutdown()
        thread.join()
        server.server_close()
