/** Alt with an arrow goes from step to step: no key that writes is taken, and none at all from a field. */
export function enableKeys(move: (by: 1 | -1) => void): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    const writing = event.target instanceof Element && event.target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
    if (by === undefined || writing || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    move(by);
  });
}

/** The box to go to: after or before what has the focus in the procedure, else the first that is not ticked. */
export function stepFrom(boxes: readonly HTMLInputElement[], from: Element | null, by: 1 | -1): HTMLInputElement | undefined {
  const here = boxes.findIndex((box) => box === from || box.closest('.step')?.contains(from));
  if (here >= 0) return boxes[Math.min(boxes.length - 1, Math.max(0, here + by))];
  if (from?.closest('.phase')) return by === 1 ? (boxes.find((box) => from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) ?? boxes.at(-1)) : boxes.findLast((box) => from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_PRECEDING);
  return by === 1 ? (boxes.find((box) => !box.checked) ?? boxes[0]) : boxes.findLast((box) => box.checked);
}
