import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import SafetyOffer from '#lib/practices/form/SafetyOffer.svelte';
import Helplines from '#lib/practices/help/Helplines.svelte';
import Signs from '#lib/practices/help/Signs.svelte';
import type { Region } from '#lib/practices/help/model/helplines.ts';

describe('the offer of the safety page', () => {
  const link = page.getByRole('link', { name: 'Go to Safety' });

  async function show() {
    const { rerender } = await render(SafetyOffer, { texts: [''], href: '/safety/' });
    return (...texts: string[]) => rerender({ texts });
  }

  test('it waits until a line is whole, and goes where the words change', async () => {
    const write = await show();
    await write('I am afraid of them');
    await expect.element(link).not.toBeInTheDocument();
    await write('I am afraid of them leaving');
    await write('I am afraid of them', 'it is late');
    await expect.element(link).toHaveAttribute('href', '/safety/');
    await write('I am afraid they leave', 'it is late');
    await expect.element(link).not.toBeInTheDocument();
  });

  test('it stays when what was written is kept, and can be put away', async () => {
    const write = await show();
    await write('He hit me');
    await write('');
    await expect.element(link).toBeVisible();
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect.element(link).not.toBeInTheDocument();
    await write('');
    await expect.element(link).not.toBeInTheDocument();
  });
});

describe('the helplines', () => {
  const old = 'Some of these numbers were added over a year ago';
  const shown = { region: 'GB', onregion: () => undefined } as const;

  test('numbers entered a year ago or less are shown with their date alone', async () => {
    const screen = await render(Helplines, { ...shown, today: '2027-11-22' });
    await expect
      .element(screen.getByText(/^Added .*2026.* check with the helpline itself\.$/).first())
      .toBeVisible();
    await expect.element(screen.getByText(old)).not.toBeInTheDocument();
  });

  test('numbers entered more than a year ago come with a warning', async () => {
    const screen = await render(Helplines, { ...shown, today: '2027-11-23' });
    await expect.element(screen.getByText(old)).toBeVisible();
    await expect.element(screen.getByText('and not checked since')).toHaveLength(2);
  });

  test('a chosen region is handed on', async () => {
    const chosen: Region[] = [];
    const screen = await render(Helplines, {
      region: 'GB',
      today: '2026-11-22',
      onregion: (region: Region) => chosen.push(region)
    });
    await screen.getByLabelText('Numbers for').selectOptions('Germany');
    expect(chosen).toEqual(['DE']);
  });
});

describe('the signs', () => {
  const SIGNS = [/same argument/, /jealousy/, /hold back what you need/, /the past/];
  const sign = (name: RegExp) => page.getByRole('group', { name });
  const answer = (name: RegExp, label: string) =>
    sign(name).getByRole('button', { name: label, exact: true }).click();
  const status = page.getByRole('status');

  beforeEach(async () => {
    await render(Signs, { numbersHref: '#numbers' });
  });

  test('nothing is said before something is answered, and no more than one thing at a time', async () => {
    await expect.element(status).toHaveTextContent(/^$/);
    await answer(/jealousy/, 'No');
    await expect.element(status).toHaveTextContent(/^$/);
    await answer(/the past/, 'Not sure');
    await expect.element(status).toHaveTextContent(/^Not being sure is reason enough/);
    await answer(/same argument/, 'Yes');
    await expect.element(status).toHaveTextContent(/^A therapist may help/);
  });

  test('four times no is no verdict', async () => {
    for (const name of SIGNS) await answer(name, 'No');
    await expect.element(status).toHaveTextContent(/^None of these today/);
  });

  test('an answer is taken back by a second press, or all of them at once', async () => {
    await answer(/jealousy/, 'Yes');
    await answer(/jealousy/, 'Yes');
    await expect.element(status).toHaveTextContent(/^$/);
    for (const name of SIGNS) await answer(name, 'Yes');
    await page.getByRole('button', { name: 'Clear my answers' }).click();
    await expect.element(status).toHaveTextContent(/^$/);
    expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
  });

  test('the page is left without answers, also where the browser keeps it for the way back', async () => {
    await answer(/jealousy/, 'Yes');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await expect.element(status).toHaveTextContent(/^$/);
  });

  test('no form field holds an answer: a browser would bring it back', () => {
    expect(document.querySelectorAll('input, select, textarea')).toHaveLength(0);
  });
});
