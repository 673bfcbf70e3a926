import { m } from '#i18n/paraglide/messages.js';

/** A heading and the points below it. */
export interface Part {
  readonly heading: string;
  readonly points: readonly string[];
}

/** Signs of fear and control, each with what it looks like. */
export const SIGNS = [
  { name: m.safety_sign_fear(), what: m.safety_sign_fear_what() },
  { name: m.safety_sign_threats(), what: m.safety_sign_threats_what() },
  { name: m.safety_sign_control(), what: m.safety_sign_control_what() },
  { name: m.safety_sign_watching(), what: m.safety_sign_watching_what() },
  { name: m.safety_sign_money(), what: m.safety_sign_money_what() },
  { name: m.safety_sign_alone(), what: m.safety_sign_alone_what() },
  { name: m.safety_sign_worth(), what: m.safety_sign_worth_what() },
  { name: m.safety_sign_force(), what: m.safety_sign_force_what() },
  { name: m.safety_sign_injury(), what: m.safety_sign_injury_what() }
];

/** What Toward is not for. */
export const NOT_FOR = [
  m.safety_not_harder(),
  m.safety_not_proof(),
  m.safety_not_watch(),
  m.safety_not_therapy()
];

/** What helps now, by where one stands. */
export const HELPS: readonly Part[] = [
  {
    heading: m.safety_helps_danger(),
    points: [
      m.safety_helps_danger_call(),
      m.safety_helps_danger_room(),
      m.safety_helps_danger_word()
    ]
  },
  {
    heading: m.safety_helps_unsure(),
    points: [
      m.safety_helps_unsure_talk(),
      m.safety_helps_unsure_word(),
      m.safety_helps_unsure_numbers()
    ]
  },
  {
    heading: m.safety_helps_leaving(),
    points: [
      m.safety_helps_leaving_plan(),
      m.safety_helps_leaving_bag(),
      m.safety_helps_leaving_children()
    ]
  },
  { heading: m.safety_helps_self(), points: [m.safety_helps_self_what()] }
];

/** What comes before any change to a phone that may be watched. */
export const DEVICE_FIRST = [
  m.safety_device_first(),
  m.safety_device_other(),
  m.safety_device_spy()
];

/** What to look at on a phone once that is safe. */
export const DEVICE_THEN: Part = {
  heading: m.safety_device_when(),
  points: [
    m.safety_device_code(),
    m.safety_device_accounts(),
    m.safety_device_backup(),
    m.safety_device_place(),
    m.safety_device_bill(),
    m.safety_device_notices()
  ]
};

/** What Toward hides, and what it cannot. */
export const TRACES: readonly Part[] = [
  {
    heading: m.safety_trace_hide(),
    points: [
      m.safety_trace_lock(),
      m.safety_trace_neutral(),
      m.safety_trace_erase({ erase: m.erase_title() })
    ]
  },
  {
    heading: m.safety_trace_cannot(),
    points: [
      m.safety_trace_history(),
      m.safety_trace_force(),
      m.safety_trace_spy(),
      m.safety_trace_ring(),
      m.safety_trace_files(),
      m.safety_trace_private(),
      m.safety_trace_sudden()
    ]
  }
];
