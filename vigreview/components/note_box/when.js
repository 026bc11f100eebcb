// When something might fit: chips to tap, as many as fit, and a line for it in own words. What was
// said of it before stands there already.

function makeWhen({ box, when }, onDraft, onType) {
  const chosen = new Set(when.fits);
  const label = el("p", { class: "own-label", id: "when-label" });
  const row = el("div", { class: "who", role: "group", "aria-labelledby": "when-label" },
    when.chips.map(([id, words]) => {
      const chip = button({
        words, kind: "chip", "aria-pressed": String(chosen.has(id)), onclick: () => tap(id, chip),
      });
      return chip;
    }));
  const ownLabel = el("label", { class: "own-label", for: "when" });
  const line = makeField({
    tag: "input", id: "when", autocomplete: "off", dir: "auto", maxlength: 200,
    box: `${box}/when`, draft: when.draft || when.said, onDraft, onType,
  });
  row.hidden = !when.chips.length;

  function tap(id, chip) {
    if (!chosen.delete(id)) chosen.add(id);
    chip.setAttribute("aria-pressed", String(chosen.has(id)));
    onType();
  }
  return {
    node: el("div", { class: "when" }, label, row, ownLabel, line.field),
    field: line,
    said: () => ({
      ...(when.chips.length ? { fits: [...chosen].join(" ") } : {}),
      when_words: line.words() || null,
    }),
    clear() {
      chosen.clear();
      for (const chip of row.children) chip.setAttribute("aria-pressed", "false");
      line.clear(line.words());
    },
    update(now) {
      put(label, now.label);
      label.hidden = !spoken(now.label);
      put(ownLabel, now.own);
    },
    end: () => line.end(),
  };
}
