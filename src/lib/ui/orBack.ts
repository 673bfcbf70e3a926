/** Puts a box back to what it was before the press, where what it stands for couldn't be saved. */
export async function orBack(box: HTMLInputElement, isSaved: Promise<boolean>): Promise<void> {
  if (!(await isSaved)) box.checked = !box.checked;
}
