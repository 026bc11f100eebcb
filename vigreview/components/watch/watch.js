// Watches over a screen, and holds the buttons that every screen needs within one tap.

/** One quiet line while the server is away. */
function makeLine(words) {
  const line = el("p", { class: "line", role: "status", hidden: true });
  let away = false;
  let waiting = false;
  let held = false; // a tap that has not been done yet
  function draw() {
    line.hidden = !away && !waiting && !held;
    put(line, away ? words.away : words.waiting);
  }
  return {
    line,
    setAway(on) {
      away = on;
      if (!on) acts().tryNow();
      draw();
    },
    setWaiting(on) {
      waiting = on;
      draw();
    },
    setHeld(on) {
      held = on;
      draw();
    },
  };
}

/**
 * Ask the gate to let the practitioner out; on success go where it says. Leaving gives up what is
 * not kept by then, so that is said first, unless the practitioner leaves `anyway`.
 */
async function askToLeave(secret, anyway, stopListening, listenAgain) {
  if (!anyway && !(await acts().settle(LAST_WORDS_WITHIN_MS))) return { unkept: true };
  stopListening(); // leaving ends the narrowed session, which must not look like a lock
  const answer = await postJson("/gate/leave", secret).catch(() => null);
  if (answer?.ok) {
    const { to } = await answer.json().catch(() => ({}));
    goElsewhere(to ?? "/");
    return new Promise(() => {}); // the page is going
  }
  if (answer?.status === 401) goToSignIn();
  listenAgain();
  if (!answer) return { sentence: "Not connected. Please try again in a moment." };
  return answer.json().catch(() => ({ sentence: "That did not work. Please try again." }));
}

function beginWatch(root, says, data) {
  const { words } = data;
  calm();
  const line = makeLine(words);
  const bar = el("div", { class: `bar ${data.role}`, role: "group", "aria-label": spoken(words.bar) });
  root.append(bar, line.line);
  let shown = data;
  let onHello = () => {};
  let onNews = {};
  let stopFollowing = () => {};
  let following = null;
  let listening;
  const listen = () => (listening = listenForLock(line.setAway, onHello, onNews));

  if (data.lang) Object.assign(document.documentElement, { lang: data.lang, dir: data.dir });
  if (data.role === "together") {
    const redraw = () => says("redraw", true);
    following = makeFollowing(redraw);
    const taps = makeTaps({
      askAnew: () => {
        following.notHeard();
        listening.again();
      },
      caughtUp: following.caughtUp,
      onHeld: line.setHeld,
    });
    const cover = makeCover({
      words,
      onAsleep: () => {
        acts().lastWords.forEach((say) => say());
        if (!shown.cover) redraw(); // with nothing on it
      },
      onUncovered: () => shown.cover && redraw(),
    });
    const leaving = makeLeaving((secret, anyway) =>
      askToLeave(secret, anyway, () => listening.stop(), listen));
    bar.append(
      button({ words: words.cover, sign: "cover", onclick: cover.on }),
      button({ words: words.leave, sign: "leave", onclick: leaving.open }),
    );
    root.append(cover.dialog, leaving.dialog);
    cover.told({ cover: data.cover ?? "", number: data.changes ?? 0 });
    onHello = (facts) => {
      cover.told(facts);
      following.hello(facts);
    };
    onNews = {
      cover: cover.told,
      change: following.heard,
      draft: (typed) => {
        following.typed(typed);
        if (typed.by !== acts().page) acts().meet(typed);
      },
    };
    const stopNoticingSleep = noticeSleep(() => {
      cover.unsure();
      listening.again();
    });
    stopFollowing = () => {
      stopNoticingSleep();
      following.end();
      taps.end();
    };
  } else {
    bar.append(button({ words: "Lock now", sign: "lock", onclick: lockNow }));
  }

  listen();
  const stopNoticing = noticePerson();
  const stopKeeping = acts().listen((state) => line.setWaiting(state === "waiting"));

  return {
    update(now) {
      shown = now;
      following?.drawn(now.changes);
    },
    end() {
      listening.stop();
      stopFollowing();
      stopNoticing();
      stopKeeping();
    },
  };
}

export default function (component) {
  return live(component, beginWatch);
}
