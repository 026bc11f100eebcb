// One button that prints the page on the screen.

function beginPrinter(root, says, first) {
  root.append(button({ words: first.words, onclick: () => print() }));
  return { update() {} };
}

export default function (component) {
  return live(component, beginPrinter);
}
