// A small table that the screen has is saved on this device: it is made here, of what was told.

function beginTableGiver(root) {
  let data = {};
  const save = button({ words: "Download", onclick: give });
  root.append(save);

  function give() {
    const bytes = Uint8Array.from(atob(data.data), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: "text/csv" }));
    el("a", { href: address, download: data.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser reads it meanwhile
  }

  return {
    update(now) {
      data = now;
      if (save.textContent !== data.words) setButton(save, { words: data.words });
    },
  };
}

export default function (component) {
  return live(component, beginTableGiver);
}
