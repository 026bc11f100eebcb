// What is said and done in a clip, as words on the picture. They stay whole when it is seen closer.

function makeCaptions(picture, film, onChange) {
  const memory = acts().memory;
  const line = el("p", { class: "caption", hidden: true, dir: "auto" });
  const turn = button({ sign: "words", kind: "plain", onclick: () => switchTo(!isOn()) });
  let src = null;
  let track = null;
  picture.append(line);

  const isOn = () => memory.get("captions") ?? true;
  function switchTo(on) {
    memory.set("captions", on);
    draw();
  }
  function draw() {
    const cues = track?.track.activeCues ?? [];
    line.replaceChildren(...Array.from(cues, (cue) => cue.getCueAsHTML()));
    line.hidden = !isOn() || !cues.length;
    turn.hidden = !src;
    turn.setAttribute("aria-pressed", String(isOn()));
    onChange();
  }
  return {
    turn,
    update(now) {
      setButton(turn, { words: now.words.captions, sign: "words" });
      if ((now.captions ?? null) !== src) {
        src = now.captions ?? null;
        track?.remove();
        track = src && el("track", { kind: "captions", src });
        if (track) {
          film.append(track);
          track.track.mode = "hidden"; // it is read, and drawn here
          track.track.addEventListener("cuechange", draw);
        }
      }
      draw();
    },
  };
}
