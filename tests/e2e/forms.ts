import type { PracticeTable } from '../../src/lib/practices/registry.ts';

/** A form, and how it's reached. */
export interface Form {
  /** Its component, below src/lib. */
  readonly of: string;
  readonly path: string;
  /** Which one of that page. */
  readonly form: string;
  /** The table that it saves to. */
  readonly table: string;
  /** What is pressed to open it. */
  readonly opens?: readonly string[];
  /** A record that has to be there, beside what every one has. */
  readonly about?: { readonly table: PracticeTable; readonly facts: object };
  /** What it's kept under while it's half written, and what stands in it. */
  readonly draft?: { readonly key: string; readonly value: object };
}

const ground = (part: string) => ({ key: 'ground', value: { part } });

/** All forms in which something new is written, or something that is asked about an older one. */
export const FORMS: readonly Form[] = [
  {
    of: 'account/log/EntryEditor',
    path: '/',
    form: 'dialog form',
    table: 'entries',
    opens: ['role=button[name="Add a moment"]']
  },
  {
    of: 'account/log/OtherAct',
    path: '/',
    form: 'dialog form',
    table: 'entries',
    opens: ['role=button[name="Something else"]']
  },
  {
    of: 'reminders/ui/ReminderEditor',
    path: '/reminders/',
    form: 'dialog form',
    table: 'reminders',
    opens: ['text=New reminder', 'role=radio[name="my own words"]']
  },
  {
    of: 'practices/together/IdeaForm',
    path: '/practice/together/',
    form: 'details form',
    table: 'settings',
    opens: ['details.card summary']
  },
  {
    of: 'account/settings/PartnerName',
    path: '/settings/partner/',
    form: 'main form',
    table: 'settings'
  },
  {
    of: 'practices/questions/Form',
    path: '/practice/questions/',
    form: 'section > form',
    table: 'questions'
  },
  {
    of: 'practices/thought/Form',
    path: '/practice/thought/',
    form: 'section > form',
    table: 'thoughts'
  },
  { of: 'practices/fear/Form', path: '/practice/fear/', form: 'section > form', table: 'fears' },
  {
    of: 'practices/fear/FearOutcomes',
    path: '/practice/fear/',
    form: '.answers ~ form',
    table: 'fears',
    about: { table: 'fears', facts: { prediction: 'They will laugh', by: '2026-01-02' } },
    opens: ['role=button[name="It went differently"]']
  },
  { of: 'practices/gently/Form', path: '/practice/gently/', form: 'main form', table: 'requests' },
  {
    of: 'practices/makingUp/Form',
    path: '/practice/making-up/',
    form: 'section > form',
    table: 'apologies'
  },
  {
    of: 'practices/openness/Form',
    path: '/practice/openness/',
    form: 'main form',
    table: 'disclosures'
  },
  {
    of: 'practices/together/PlanForm',
    path: '/practice/together/',
    form: 'main section > form',
    table: 'sharedTimes',
    // Its fields come once the ideas have been read.
    opens: ['main section > form input']
  },
  {
    of: 'practices/together/HowWasIt',
    path: '/practice/together/',
    form: '.stack:has(> .answers):has(form)',
    table: 'sharedTimes',
    about: { table: 'sharedTimes', facts: { what: 'a walk', on: '2026-01-02' } },
    opens: ['.answers button[aria-expanded]']
  },
  {
    of: 'practices/promise/Form',
    path: '/practice/promises/',
    form: 'main form',
    table: 'promises'
  },
  {
    of: 'practices/promise/Outcome',
    path: '/practice/promises/',
    form: '.answers ~ form',
    table: 'promises',
    about: { table: 'promises', facts: { text: 'to call', by: 'me', due: '2026-01-02' } },
    opens: ['.answers button[aria-expanded]']
  },
  {
    of: 'practices/agreement/Form',
    path: '/practice/agreements/',
    form: 'main form',
    table: 'agreements'
  },
  {
    of: 'practices/agreement/AgreementCard',
    path: '/practice/agreements/',
    form: 'li form',
    table: 'agreements',
    about: { table: 'agreements', facts: { text: 'no phones at dinner' } },
    opens: ['li .answers button[aria-expanded]']
  },
  {
    of: 'practices/checkIn/Form',
    path: '/practice/check-in/',
    form: 'section > form',
    table: 'checkIns'
  },
  {
    of: 'practices/ground/Goals',
    path: '/practice/ground/',
    form: '#goal form',
    table: 'goals',
    draft: ground('goals')
  },
  {
    of: 'practices/ground/GoalCard',
    path: '/practice/ground/',
    form: 'li form',
    table: 'goals',
    draft: ground('goals'),
    about: { table: 'goals', facts: { text: 'to swim', steps: [], isDone: false } }
  },
  {
    of: 'practices/ground/Wins',
    path: '/practice/ground/',
    form: '#win form',
    table: 'wins'
  },
  {
    of: 'practices/ground/Fair',
    path: '/practice/ground/',
    form: '#fair form',
    table: 'sentences',
    draft: { key: 'ground', value: { part: 'worth', isFair: true } }
  },
  {
    of: 'practices/ground/Own',
    path: '/practice/ground/',
    form: '#own form',
    table: 'sentences',
    draft: { key: 'ground', value: { part: 'worth', isOwn: true } }
  },
  {
    of: 'practices/pause/Words',
    path: '/practice/pause/',
    form: 'section > form',
    table: 'groundings',
    draft: { key: 'pause', value: { stage: 'words', ways: ['walk'] } }
  },
  { of: 'practices/roots/Notes', path: '/practice/roots/', form: 'main form', table: 'questions' }
];

/** All forms in which an older record is changed. Those of practices are open from the start. */
export const OLDER: readonly Form[] = [
  {
    of: 'account/log/EntryEditor',
    path: '/',
    form: 'dialog form',
    table: 'entries',
    opens: ['role=button[name=/^Edit/]']
  },
  {
    of: 'reminders/ui/ReminderEditor',
    path: '/reminders/',
    form: 'dialog form',
    table: 'reminders',
    opens: ['role=button[name=/^Edit/]']
  },
  {
    of: 'practices/thought/Form',
    path: '/practice/thought/',
    form: 'section > form',
    table: 'thoughts'
  },
  {
    of: 'practices/promise/Edit',
    path: '/practice/promises/',
    form: 'dialog form',
    table: 'promises'
  },
  {
    of: 'practices/questions/Form',
    path: '/practice/questions/',
    form: 'section > form',
    table: 'questions'
  },
  { of: 'practices/fear/Form', path: '/practice/fear/', form: 'section > form', table: 'fears' },
  { of: 'practices/gently/Form', path: '/practice/gently/', form: 'main form', table: 'requests' },
  {
    of: 'practices/makingUp/Form',
    path: '/practice/making-up/',
    form: 'section > form',
    table: 'apologies'
  },
  {
    of: 'practices/openness/Edit',
    path: '/practice/openness/',
    form: 'dialog form',
    table: 'disclosures'
  },
  {
    of: 'practices/together/Edit',
    path: '/practice/together/',
    form: 'dialog form',
    table: 'sharedTimes',
    opens: ['dialog form input']
  },
  {
    of: 'practices/agreement/Edit',
    path: '/practice/agreements/',
    form: 'dialog form',
    table: 'agreements'
  },
  {
    of: 'practices/checkIn/Edit',
    path: '/practice/check-in/',
    form: 'dialog form',
    table: 'checkIns'
  },
  { of: 'practices/pause/Edit', path: '/practice/pause/', form: 'dialog form', table: 'groundings' }
];

/** What else is a form, and why nothing that is written in it could be lost. */
export const OTHERS: Readonly<Record<string, string>> = {
  'account/settings/ActWords':
    'shares one draft with the others of its page: left amid its save, it may be filled in still',
  'account/settings/AwayDaysForm': 'holds days, and stands among the settings',
  'backup/ui/ArchiveForm': 'says what goes into a file',
  'backup/ui/BackupForm': 'holds a passphrase, which is kept nowhere',
  'backup/ui/OpenForm': 'holds a passphrase, which is kept nowhere',
  'lock/screen/UnlockForm': 'holds a passphrase, which is kept nowhere',
  'lock/settings/NewPassphrase': 'holds a passphrase, which is kept nowhere',
  'lock/settings/ProveForm': 'holds a passphrase, which is kept nowhere',
  'practices/gently/Edit': 'is opened from the log, and saves as all sheets of records do',
  'practices/pause/BreakForm': 'holds a time, and starts the timer that stands among the settings',
  'shell/firstRun/FirstRun': 'holds a name, which is saved as the one in the settings'
};
