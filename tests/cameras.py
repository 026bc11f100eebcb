"""Cameras for the tests: Chromium's own see a pie being eaten, and hear a beep."""

# Nobody is asked whether they may be used.
FAKE_CAMERAS = [
    "--use-fake-device-for-media-stream=device-count=2",
    "--use-fake-ui-for-media-stream",
]

# A camera of few pixels, so that two cores film in real time; the page can take it away.
SMALL_CAMERA = """
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    window.opened = [];
    media.getUserMedia = async ({ video, audio }) => {
        window.refuseCamera?.({ video, audio });
        const small = { ...video, width: 640, height: 360, frameRate: 20 };
        const stream = await open({ video: small, audio });
        window.opened.push(stream);
        return stream;
    };
"""
