import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMS, OLDER, OTHERS } from '../e2e/forms.ts';

/** What other forms are made of. */
const PARTS = [
  'practices/form/RecordSheet',
  'practices/form/RecordSteps',
  'practices/form/Steps',
  'practices/ground/FairSteps',
  'practices/ground/FormCard',
  'practices/ground/GoalForm',
  'practices/ground/LineForm',
  'ui/DraftSheet',
  'ui/SecretForm'
];

test('every form is filled in and left by the tests, or nothing can be lost in it', () => {
  const names = PARTS.map((part) => part.split('/').at(-1));
  const isForm = new RegExp(`<form[\\s>]|/(${names.join('|')})\\.svelte'`);
  const forms = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte'))
    .filter((file) => isForm.test(readFileSync(join('src', file), 'utf8')))
    .map((file) => file.replace(/^lib\/|\.svelte$/g, ''))
    .filter((file) => !PARTS.includes(file));
  const walked = [...FORMS, ...OLDER].map(({ of }) => of);
  expect([...new Set([...walked, ...Object.keys(OTHERS)])].sort()).toEqual(forms.sort());
});
