/** What the practices need besides what the log needs: no page but theirs loads it. */
export * from './practices.ts';
export { changeIdeas, currentIdeas } from './ideas.ts';
export { claimCheckIn, currentCheckIn, setCheckIn } from './checkIn.ts';
export { dropDraft, entryDraftKey, keepDraft, readDraft } from './drafts.ts';
export * from './timer.ts';
