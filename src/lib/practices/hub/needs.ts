import type { Component } from 'svelte';
import Brain from '@lucide/svelte/icons/brain';
import CalendarHeart from '@lucide/svelte/icons/calendar-heart';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import LifeBuoy from '@lucide/svelte/icons/life-buoy';
import MessageCircleHeart from '@lucide/svelte/icons/message-circle-heart';
import Sprout from '@lucide/svelte/icons/sprout';
import Wind from '@lucide/svelte/icons/wind';
import { resolve } from '$app/paths';
import { m } from '#i18n/paraglide/messages.js';
import { partner } from '#lib/account/partner.ts';
import type { PracticeLink } from './PracticeLinks.svelte';

/** What a person may come with, and the ways that lead on from there. */
interface Need {
  readonly id: string;
  readonly words: string;
  readonly icon: Component<{ size?: number | string }>;
  readonly ways: readonly PracticeLink[];
}

const way = (href: string, title: string, what: string): PracticeLink => ({ href, title, what });

/** In the order of how badly somebody may need them. */
export const needs = (): readonly Need[] => [
  {
    id: 'set-off',
    words: m.practice_need_set_off(),
    icon: Wind,
    ways: [
      way(resolve('/practice/pause'), m.practice_pause(), m.practice_pause_what()),
      way(resolve('/practice/questions'), m.practice_questions(), m.practice_questions_what())
    ]
  },
  {
    id: 'thought',
    words: m.practice_need_thought(),
    icon: Brain,
    ways: [
      way(resolve('/practice/thought'), m.practice_thought(), m.practice_thought_what()),
      way(resolve('/practice/fear'), m.practice_fear(), m.practice_fear_what())
    ]
  },
  {
    id: 'ask',
    words: m.practice_need_ask(),
    icon: MessageCircleHeart,
    ways: [
      way(
        resolve('/practice/gently'),
        m.practice_gently(),
        m.practice_gently_what({ partner: partner() })
      ),
      way(resolve('/practice/making-up'), m.practice_making_up(), m.practice_making_up_what()),
      way(
        resolve('/practice/openness'),
        m.practice_openness(),
        m.practice_openness_what({ partner: partner() })
      )
    ]
  },
  {
    id: 'week',
    words: m.practice_need_week(),
    icon: CalendarHeart,
    ways: [
      way(resolve('/practice/check-in'), m.practice_check_in(), m.practice_check_in_what()),
      way(resolve('/practice/together'), m.practice_together(), m.practice_together_what()),
      way(
        resolve('/practice/promises'),
        m.practice_promises(),
        m.practice_promises_what({ partner: partner() })
      ),
      way(resolve('/practice/agreements'), m.practice_agreements(), m.practice_agreements_what())
    ]
  },
  {
    id: 'two',
    words: m.two_need(),
    icon: HeartHandshake,
    ways: [
      way(resolve('/practice/two'), m.two_title(), m.two_what()),
      way(resolve('/practice/two/questions'), m.questions_two(), m.questions_two_what()),
      way(resolve('/practice/two/listening'), m.listening(), m.listening_what()),
      way(resolve('/practice/two/breathing'), m.breathe_two(), m.breathe_two_what()),
      way(resolve('/practice/telling'), m.telling(), m.telling_what())
    ]
  },
  {
    id: 'myself',
    words: m.practice_need_myself(),
    icon: Sprout,
    ways: [
      way(resolve('/practice/ground'), m.practice_ground(), m.practice_ground_what()),
      way(resolve('/practice/roots'), m.practice_roots(), m.practice_roots_what())
    ]
  },
  {
    id: 'help',
    words: m.practice_need_help(),
    icon: LifeBuoy,
    ways: [way(resolve('/practice/help'), m.practice_help(), m.practice_help_what())]
  }
];
