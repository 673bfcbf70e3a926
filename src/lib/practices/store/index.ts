/** What the practices need besides what the log needs: no page but theirs loads it. */
export * from './records.ts';
export { changeIdeas, currentIdeas } from '../together/store/ideas.ts';
export { claimCheckIn, currentCheckIn, setCheckIn } from '../checkIn/store/checkInRules.ts';
export { dropDraft, entryDraftKey, keepDraft, readDraft } from '#lib/store/drafts.ts';
export * from '../pause/store/timer.ts';
