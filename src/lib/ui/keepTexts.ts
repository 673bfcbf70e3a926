/** What a browser that translates the page puts a text into. */
const TRANSLATED = 'FONT';

/**
 * Keeps the texts of the page changing where the browser translates it: it puts elements of its own in
 * their places, and what the app writes into a text then would be seen by nobody. A text that is
 * written anew goes back into its place, for the browser to translate it again.
 *
 * @returns a way to stop
 */
export function keepTexts(root: Node = document.body): () => void {
  const places = new WeakMap<Node, Element>();
  const written = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!target.isConnected) places.get(target)?.replaceWith(target);
    }
  });
  const replaced = new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
      for (const text of removedNodes) {
        const place = [...addedNodes, previousSibling, nextSibling].find(isTranslated);
        if (!(text instanceof Text) || text.isConnected || !place) continue;
        places.set(text, place);
        written.observe(text, { characterData: true });
      }
    }
  });
  replaced.observe(root, { childList: true, subtree: true });
  return () => {
    replaced.disconnect();
    written.disconnect();
  };
}

function isTranslated(node: Node | null): node is Element {
  return node?.nodeName === TRANSLATED;
}
