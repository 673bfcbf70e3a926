import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import OtherAct from '#lib/account/log/OtherAct.svelte';
import BackupForm from '#lib/backup/ui/BackupForm.svelte';
import OpenForm from '#lib/backup/ui/OpenForm.svelte';
import UnlockForm from '#lib/lock/screen/UnlockForm.svelte';
import NewPassphrase from '#lib/lock/settings/NewPassphrase.svelte';
import NewCode from '#lib/lock/settings/NewCode.svelte';
import ProveForm from '#lib/lock/settings/ProveForm.svelte';
import { BLANK, factsOfFields, fieldsOf } from '#lib/reminders/ui/reminderFields.ts';
import ReminderForm from '#lib/reminders/ui/ReminderForm.svelte';
import DayField from '#lib/practices/together/DayField.svelte';
import SecretForm from '#lib/ui/SecretForm.svelte';
import ShareButton from '#lib/ui/ShareButton.svelte';
import Stepper from '#lib/ui/Stepper.svelte';
import { startAnew } from '../ground.ts';
import { formState } from '../practices/formState.svelte.ts';

test('an error is put into the page anew each time the form is tried, to be heard again', async () => {
  const children = createRawSnippet(() => ({ render: () => '<input aria-label="Word" />' }));
  const view = await render(SecretForm, {
    ...{ action: 'Open', refusal: 'Not this one.', children },
    onsubmit: () => undefined
  });
  const alert = view.getByRole('alert');
  const first = alert.element().firstElementChild;
  await view.getByRole('button', { name: 'Open' }).click();
  await expect.poll(() => alert.element().firstElementChild === first).toBe(false);
  await expect.element(alert).toHaveTextContent('Not this one.');
});

const nothing = () => undefined;
const LOCK = { isBusy: false, refusal: 'Not this one.', oncancel: nothing };
const WEAK = /At least eight characters, please\.$/;

test.each([
  ['unlocks', UnlockForm, { ...LOCK, onpassphrase: nothing }, LOCK.refusal],
  ['proves who asks', ProveForm, { ...LOCK, onprove: nothing }, LOCK.refusal],
  ['opens a file', OpenForm, { ...LOCK, onopen: nothing }, LOCK.refusal],
  ['chooses one', NewPassphrase, { ...LOCK, label: 'Go on', onkeep: nothing }, WEAK],
  ['seals a backup', BackupForm, { ...LOCK, onsave: nothing }, WEAK]
] as const)(
  'where a passphrase %s, its fields tell why it was refused, anew each time',
  async (_, Form, props, words) => {
    const view = await render(Form as typeof OpenForm, props as never);
    const alert = view.getByRole('alert');
    const send = async () => {
      const first = alert.element().firstElementChild;
      view.container.querySelector('form')?.requestSubmit();
      await expect
        .poll(() => alert.element().firstElementChild)
        .toSatisfy((said) => Boolean(said) && said !== first);
    };
    await send();
    await send();
    for (const field of view.container.querySelectorAll('[type="password"]')) {
      await expect.element(field as HTMLElement).toHaveAccessibleDescription(words);
    }
  }
);

test.each(['plan', 'acts', 'text'] as const)(
  'all that a reminder of %s asks for tells why it was refused',
  async (kind) => {
    const fields = fieldsOf(BLANK);
    for (const timesKind of ['fixed', 'spread'] as const) {
      const view = await render(ReminderForm, {
        ...{ fields: formState({ ...fields, kind, timesKind }), firstDay: 1, errorId: 'why' }
      });
      const asked = view.container.querySelectorAll('[type="time"], input:not([type]), textarea');
      const days = view.getByRole('group', { name: 'Days' }).element();
      for (const field of [days, ...asked]) {
        expect.soft(field.getAttribute('aria-describedby'), field.outerHTML).toMatch(/\bwhy\b/);
      }
      await view.unmount();
    }
  }
);

test.each([
  ['a share button', ShareButton, { text: 'Thank you' }, 'Share'],
  ['a new code', NewCode, { code: 'AAAA-BBBB', label: 'Go on', isBusy: false }, 'Copy']
] as const)('%s says each time that it has copied', async (_, Button, props, name) => {
  const view = await render(Button as typeof ShareButton, props as never);
  const said = () =>
    [...view.getByRole('status').element().childNodes].find(({ textContent }) => textContent);
  await view.getByRole('button', { name }).click();
  await expect.poll(said).toBeDefined();
  const first = said();
  await view.getByRole('button', { name }).click();
  await expect.poll(() => said() && said() !== first).toBe(true);
});

test('words that nobody sees are no words', async () => {
  const saved: unknown[] = [];
  await startAnew();
  await render(OtherAct, { first: 'me', onsave: (act) => saved.push(act), onclose: nothing });
  const field = page.getByRole('textbox');
  await field.fill('\u200b');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(field).toHaveAccessibleDescription('Write a few words first.');
  expect(saved).toEqual([]);
  expect(factsOfFields({ ...fieldsOf(BLANK), kind: 'text', text: '\u200b' })).toBe('no words');
});

test('a number that a stepper refuses again is refused in words again', async () => {
  const view = await render(Stepper, {
    ...{ label: 'Times', value: 2, range: [0, 3] as const, onchange: nothing }
  });
  const field = view.getByRole('spinbutton');
  const refused = async (text: string) => {
    const first = view.getByRole('alert').element().firstElementChild;
    await field.fill(text);
    (field.element() as HTMLElement).dispatchEvent(new Event('change', { bubbles: true }));
    await expect
      .poll(() => view.getByRole('alert').element().firstElementChild)
      .toSatisfy((said) => Boolean(said) && said !== first);
  };
  await refused('999');
  await refused('998');
});

test('a stepper at its end says where it stands, each time', async () => {
  const view = await render(Stepper, {
    ...{ label: 'Times', value: 3, range: [0, 3] as const, onchange: nothing }
  });
  const status = view.getByRole('status');
  for (let press = 0; press < 2; press++) {
    const first = status.element().firstElementChild;
    await view.getByRole('button', { name: /more/i }).click({ force: true });
    await expect.poll(() => status.element().firstElementChild === first).toBe(false);
    await expect.element(status).toHaveTextContent('3');
  }
});

test('a stepper says the number that a press has led to', async () => {
  const view = await render(Stepper, {
    ...{ label: 'Times', value: 2, range: [0, 3] as const },
    onchange: (value: number) => void view.rerender({ value })
  });
  await expect.element(view.getByRole('status')).toHaveTextContent('');
  await view.getByRole('button', { name: /more/i }).click();
  await expect.element(view.getByRole('status')).toHaveTextContent('3');
});

test('a day that has passed since it was chosen is told', async () => {
  const props = { label: 'When', value: '2026-11-20', today: '2026-11-22' };
  const view = await render(DayField, props);
  await expect.element(view.getByText('Friday 20 November has already passed.')).toBeVisible();
  await view.rerender({ value: '2026-11-22' });
  await expect.element(view.getByText(/passed/)).not.toBeInTheDocument();
});
