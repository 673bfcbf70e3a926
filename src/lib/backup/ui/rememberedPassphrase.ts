/** The passphrase of the backup file: in memory, until the app is closed or locked. */
export const remembered: { passphrase: string | undefined } = { passphrase: undefined };
