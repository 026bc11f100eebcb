// Less motion, for whoever asked their device for it. Styles say so for all that styles move;
// Streamlit slides its expanders by script, and asks nobody.

const CALM = Symbol.for("vigreview.calm");

/** What a script sets in motion is at its end at once, for as long as less motion is asked for. */
function calm() {
  if (window[CALM]) return;
  window[CALM] = true;
  const less = matchMedia("(prefers-reduced-motion: reduce)");
  const { animate } = Element.prototype;
  Element.prototype.animate = function (frames, timing) {
    const usual = typeof timing === "object" ? timing : { duration: timing };
    return animate.call(
      this, frames, less.matches ? { ...usual, delay: 0, duration: 0, iterations: 1 } : timing);
  };
}
