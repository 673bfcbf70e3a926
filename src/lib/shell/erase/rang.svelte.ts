/** Whether the relay that rang this device couldn't be told to forget it. */
export const rang = $state({ isLeft: false });
