import type { Page } from '@playwright/test';

/* What is wrong with a page as it stands: each function lists the faults, in words. */

/**
 * What's wrong with its words and its width: nothing scrolls sideways (WCAG 2.2, 1.4.10), no word is
 * broken but the one that no line holds, and a sign stands before its number.
 */
export const wordFaults = (page: Page, long: string) =>
  page.evaluate((long) => {
    const { clientWidth, style } = document.documentElement;
    const faults = [document.documentElement, ...document.querySelectorAll('dialog')]
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map(({ localName, scrollWidth }) => `${localName} is ${scrollWidth} px wide`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const rectsOf = (text: Node, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return [...range.getClientRects()];
    };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent ?? '';
      for (const { 0: signed, index } of words.matchAll(/[+−]\d/g)) {
        const [sign, digit] = [0, 1].map((at) => rectsOf(text, index + at, index + at + 1)[0]);
        if (sign && digit && sign.left > digit.left) faults.push(`${signed} has its sign behind`);
      }
      // Twice as large, a long word has no line of its own on a narrow phone.
      if (style.fontSize && clientWidth < 390) continue;
      for (const { 0: word, index } of words.matchAll(/\p{L}[\p{L}\p{N}’]+/gu)) {
        const rects = rectsOf(text, index, index + word.length);
        const lines = rects.map(({ bottom }) => bottom);
        // A letter of another font is a little higher or lower.
        const isBroken = Math.max(...lines) - Math.min(...lines) > 0.6 * (rects[0]?.height ?? 0);
        const isLong = word.includes(long) || long.includes(word.replace(/’s$/, ''));
        if (isBroken && !isLong) faults.push(`${word} is broken`);
      }
    }
    return faults;
  }, long);

/**
 * Where words that are read from the right, with numbers in them, stand in another order: signs of them
 * are given as they follow each other from the right. A sentence that's made to be copied is as it is.
 */
export const orderFaults = (page: Page, words: string, signs: readonly string[]) =>
  page.evaluate(
    ({ words, signs }) => {
      const faults: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const from = text.textContent?.indexOf(words) ?? -1;
        const isApart = from === 0 || text.textContent?.includes('\u2068');
        if (from < 0 || !isApart || !text.parentElement?.checkVisibility()) continue;
        const boxes = signs.map((sign) => {
          const range = document.createRange();
          range.setStart(text, from + words.indexOf(sign));
          range.setEnd(text, from + words.indexOf(sign) + sign.length);
          return range.getBoundingClientRect();
        });
        const [first] = boxes;
        const inLine = boxes.filter(({ top }) => Math.abs(top - (first?.top ?? 0)) < 8);
        const isMixed = inLine.some(({ left }, at) => left > (inLine[at - 1]?.left ?? Infinity));
        if (isMixed) faults.push(`${text.parentElement.outerHTML} is out of order`);
      }
      return faults;
    },
    { words, signs }
  );

/** What is wrong with all that can be pressed, Quick exit among it. */
export const targetFaults = (page: Page) =>
  page.evaluate(() => {
    const isBar = (element: Element) => /fixed|sticky/.test(getComputedStyle(element).position);
    const inBar = (element: Element | null): boolean =>
      Boolean(
        element && !element.matches('dialog') && (isBar(element) || inBar(element.parentElement))
      );
    const rows = Array.from({ length: innerHeight }, (_, y) => y);
    const ofBars = rows.filter((y) => inBar(document.elementFromPoint(innerWidth / 2, y))).length;
    const isShort = innerHeight < 600 && !document.documentElement.style.fontSize;
    const targets = [
      ...(document.querySelector('dialog[open]') ?? document).querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select, textarea, summary, [role="slider"]'
      )
    ].filter((target) => target.checkVisibility({ visibilityProperty: true }));
    const withLabels = (target: HTMLElement) =>
      target instanceof HTMLInputElement ? [target, ...(target.labels ?? [])] : [target];
    const frontAt = (x: number, y: number) => document.elementFromPoint(Math.max(x, 0), y);

    const isSmall = (target: HTMLElement) => {
      const least = getComputedStyle(target).display === 'inline' ? 24 : 44;
      const boxes = withLabels(target).map((one) => one.getBoundingClientRect());
      const isEnough = (side: 'width' | 'height') => boxes.some((box) => box[side] >= least - 0.5);
      return !isEnough('height') || !isEnough('width');
    };
    const isCovered = (target: HTMLElement) => {
      target.focus();
      const { left, top, width, height } = target.getBoundingClientRect();
      return ![0.1, 0.5, 0.9].some((part) => {
        const y = Math.min(Math.max(top + height * part, 0), innerHeight);
        const front = frontAt(left + width / 2, Math.max(y - 1, 0));
        return withLabels(target).some((one) => one.contains(front) || front?.contains(one));
      });
    };
    const isInSight = (target: HTMLElement) => {
      const { left, top, width, height } = target.getBoundingClientRect();
      return target.contains(frontAt(left + width / 2, top + height / 2));
    };

    const name = (target: HTMLElement) => target.ariaLabel ?? target.textContent.trim();
    const exits = targets.filter((target) => target.matches('[data-leave]'));
    return [
      ...(isShort && ofBars > innerHeight / 4 ? [`bars take ${ofBars} of ${innerHeight} px`] : []),
      ...(exits.some(isInSight) ? [] : ['Quick exit is out of sight']),
      ...targets.filter(isSmall).map((target) => `${name(target)} is small`),
      ...[...targets, ...targets.toReversed()]
        .filter(isCovered)
        .map((target) => `${name(target)} is covered`)
    ];
  });

/**
 * Words that can't be read whole: beyond the edge of the page, cut off by a box that hides what doesn't
 * fit, or with other words over them. What the fixed bars cover can be scrolled.
 */
export const cutFaults = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const faults: string[] = [];
    const seen: { element: Element; words: string; box: DOMRect }[] = [];
    const boxesAround = (element: Element | null): Element[] =>
      element ? [element, ...boxesAround(element.parentElement)] : [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      const words = text.textContent?.trim();
      if (
        !words ||
        !element?.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
      )
        continue;
      const around = boxesAround(element);
      const styles = around.map((one) => getComputedStyle(one));
      const isUnseen = styles.some(
        ({ clipPath, opacity }) => clipPath !== 'none' || opacity === '0'
      );
      const isFixed = styles.some(({ position }) => position === 'fixed' || position === 'sticky');
      if (isUnseen || isFixed || element.closest('svg, option, [inert]')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const scroller = styles.findIndex(({ overflowX }) => /auto|scroll/.test(overflowX));
      const within = scroller < 0 ? around : around.slice(0, scroller);
      const cuts = within.filter((_, at) => /hidden|clip/.test(styles[at]?.overflow ?? ''));
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (scroller < 0 && (box.left < -1 || box.right > clientWidth + 1)) {
          faults.push(`${words} is out of the page`);
        }
        const isCut = cuts.some((cut) => {
          const { left, right, bottom } = cut.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1 || box.bottom > bottom + 6;
        });
        if (isCut) faults.push(`${words} is cut`);
        // What a box of its own scrolls is clipped by it.
        if (scroller < 0) seen.push({ element, words, box });
      }
    }
    seen.sort((one, other) => one.box.top - other.box.top);
    seen.forEach(({ element, words, box }, at) => {
      for (const other of seen.slice(at + 1)) {
        if (other.box.top > box.bottom) break;
        if (other.element === element) continue;
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
        const isOver = height > 0.4 * Math.min(box.height, other.box.height);
        if (width > 2 && isOver) faults.push(`${words} and ${other.words} overlap`);
      }
    });
    return [...new Set(faults)];
  });
