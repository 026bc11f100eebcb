// A picture for each of the six levels: a large one and a small one, and what goes on between.

const PICTURES = [
  // Being attentive: a look goes from one to the other.
  "M23 26a10 10 0 1 0-20 0 10 10 0 0 0 20 0zM45 30a6.5 6.5 0 1 0-13 0 6.5 6.5 0 0 0 13 0zM17.5 24h.01M36 29h.01M25 25.5h.01M28 26.5h.01",
  // Encouraging initiatives: an open hand, and something that may begin.
  "M5 33c5-4 9-5 13-3l9 3c3 1 2 5-1 5h-8M27 35l11-5c3-1 5 2 3 4L29 42H12M31 8v5M22 12l3 4M40 12l-3 4M31 19a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  // Receiving initiatives: two arms around what came.
  "M7 19c0 12 7 20 17 20s17-8 17-20M24 12a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM14 24c1 6 5 9 10 9s9-3 10-9",
  // Developing attuned interactions: to and fro, and to and fro.
  "M8 20c2-7 9-12 17-11 6 1 10 4 13 9M39 9v10H29M40 28c-2 7-9 12-17 11-6-1-10-4-13-9M9 39V29h10",
  // Guiding: the next small step, with somebody beside it.
  "M6 41h11v-8h10v-8h15M11 14a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM33 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM17 22l12-7",
  // Deepening discussion: two who talk, and hear one another.
  "M5 9h24v16H17l-6 6v-6H5zM33 19h10v15h-5v6l-6-6H20v-5",
];

function drawPicture(at) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("picture");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PICTURES[at] ?? "");
  svg.append(path);
  return svg;
}
