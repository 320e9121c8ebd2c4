/** What this program calls itself, to servers and in archives. */
export const SOFTWARE = 'Onrecord/0.1';
