import type { Clock } from '../../src/capture/clock.ts';

/** A clock that stands still until somebody waits. */
export function stillClock(): Clock & { waits: number[]; time: number } {
  return {
    time: Date.parse('2031-05-04T10:00:00Z'),
    waits: [],
    now() {
      return this.time;
    },
    async wait(ms) {
      this.waits.push(ms);
      this.time += ms;
    },
    random: () => 0.5,
  };
}
