// A small file is chosen, read here, and handed to the screen: it goes no other way.

function beginListPicker(root, says) {
  let data = {};
  const picker = el("input", { type: "file", class: "aside", tabindex: "-1", "aria-hidden": "true",
    onchange: () => take(picker.files[0]) });
  const choose = button({ words: "Choose a file", onclick: () => picker.click() });
  const message = el("p", { class: "quiet", role: "status" });
  root.append(choose, picker, message);

  async function take(file) {
    picker.value = ""; // the same file may be chosen again
    if (!file) return;
    message.textContent = "";
    if (file.size > data.most_bytes) {
      message.textContent = "This file is too large to be such a list.";
      return;
    }
    try {
      const address = await new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.addEventListener("load", () => resolve(reader.result));
        reader.addEventListener("error", () => reject(reader.error));
        reader.readAsDataURL(file);
      });
      says("picked", { name: file.name, data: address.slice(address.indexOf(",") + 1) });
    } catch {
      message.textContent = "This file could not be read. Please choose it once more.";
    }
  }

  return {
    update(now) {
      data = now;
      picker.accept = data.endings.join(",");
      if (choose.textContent !== data.words) setButton(choose, { words: data.words });
    },
  };
}

export default function (component) {
  return live(component, beginListPicker);
}
