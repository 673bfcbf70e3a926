// Runs in every page of the bench before any other script: notes when things happened, in the
// page's own milliseconds.
// @ts-check
(() => {
  const bench = {
    /** When the last click was seen. */ clicked: 0,
    /** When the pointer was last pressed down. */ pressed: 0,
    /** When the frame with the first change since then was drawn. */ changed: 0,
    chosen: 0,
    /** When each write of an entry was on disk. */ committed: /** @type {number[]} */ ([]),
    /** When the line said so. */ said: 0,
    /** From when to when each read was under way. */ reads: /** @type {[number, number][]} */ ([]),
    /** When something was last drawn on a canvas. */ drawn: 0,
    watchStatus,
    watchChanges
  };
  window.bench = bench;

  addEventListener('click', () => (bench.clicked = performance.now()), true);
  addEventListener('pointerdown', press, true);

  wrap(IDBDatabase, ['transaction'], (transaction) => {
    if (transaction.mode !== 'readwrite' || !transaction.objectStoreNames.contains('entries'))
      return;
    transaction.addEventListener('complete', () => bench.committed.push(performance.now()));
  });

  const reads = ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
  for (const type of [IDBObjectStore, IDBIndex]) {
    wrap(type, reads, (request) => {
      const from = performance.now();
      request.addEventListener('success', () => bench.reads.push([from, performance.now()]));
    });
  }

  wrap(CanvasRenderingContext2D, ['fill', 'stroke', 'fillRect', 'fillText'], () => {
    bench.drawn = performance.now();
  });

  /** @param {PointerEvent} event */
  function press({ timeStamp }) {
    bench.pressed = timeStamp;
    bench.changed = 0;
  }

  /** From now on the first change of the page after a press is noted, once a frame has shown it. */
  function watchChanges() {
    const note = () => {
      if (bench.changed > 0) return;
      bench.changed = Infinity;
      requestAnimationFrame(() => setTimeout(() => (bench.changed = performance.now())));
    };
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(document, all);
    wrap(Element, ['animate'], note);
  }

  /** From now on a change of the line below the pad is noted. */
  function watchStatus() {
    const line = document.querySelector('.dock');
    if (!line) throw new Error('There is no line to watch.');
    const note = () => (bench.said = performance.now());
    new MutationObserver(note).observe(line, {
      subtree: true,
      childList: true,
      characterData: true
    });
  }

  /**
   * Tells of every result of some methods.
   *
   * @param {{ prototype: any }} type
   * @param {readonly string[]} names
   * @param {(result: any) => void} tell
   */
  function wrap({ prototype }, names, tell) {
    for (const name of names) {
      const method = prototype[name];
      prototype[name] = function (/** @type {unknown[]} */ ...args) {
        const result = method.apply(this, args);
        tell(result);
        return result;
      };
    }
  }
})();
