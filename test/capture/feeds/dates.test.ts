import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayOrder, readDate } from '../../../src/capture/feeds/dates.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe('a date', () => {
  const moment = fc.record(
    {
      time: fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      offset: fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
    },
    { noNullPrototype: true },
  );

  it('is the same in every form that is certain', () => {
    fc.assert(
      fc.property(moment, ({ time, offset }) => {
        const [y, m, d] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
        const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':');
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const day = `${y}-${two(m + 1)}-${two(d)}`;
        const expected = `${day}T${clock}${offset === 0 ? 'Z' : zone}`;
        const plain = zone.replace(':', '');
        for (const form of [
          `${day}T${clock}${zone}`,
          `${day} ${clock} ${plain}`,
          `${day.replaceAll('-', '')}T${clock.replaceAll(':', '')}${plain}`,
          `${two(d)} ${MONTHS[m]} ${y} ${clock} ${plain}`,
          `Xyz, ${d} ${MONTHS[m]} ${y} ${clock} GMT${zone}`,
          `Mon ${MONTHS[m]} ${two(d)} ${clock} ${plain} ${y}`,
          `${MONTHS[m]} ${d}, ${y} at ${clock} UTC${plain}`,
          `${two(d)}.${two(m + 1)}.${y}, ${clock} ${plain}`,
        ]) {
          assert.equal(readDate(form), expected, form);
        }
        assert.equal(readDate(`${day} ${clock}`), day);
        assert.equal(readDate(`${d} ${MONTHS[m]} ${y}`), day);
      }),
    );
  });

  it('that is any text is a date or none', () => {
    const piece = fc.constantFrom(...'0123456789:/.-+TZ, '.split(''), 'Mar', 'CET', '2031', '04', 'pm', 'März');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const date = readDate(text);
          if (date === null) return;
          assert.match(date, /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/);
          assert.equal(readDate(date), date);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('of a place has the offset of its clocks, unless they show that time twice or never', () => {
    assert.equal(readDate('Sat, 25 Oct 2031 02:30:00 Europe/Berlin'), '2031-10-25T02:30:00+02:00');
    assert.equal(readDate('Sun, 26 Oct 2031 01:59:59 Europe/Berlin'), '2031-10-26T01:59:59+02:00');
    assert.equal(readDate('Sun, 26 Oct 2031 02:30:00 Europe/Berlin'), '2031-10-26');
    assert.equal(readDate('Sun, 26 Oct 2031 03:00:00 Europe/Berlin'), '2031-10-26T03:00:00+01:00');
    assert.equal(readDate('Sun, 30 Mar 2031 02:30:00 Europe/Berlin'), '2031-03-30');
    assert.equal(readDate('Sun, 30 Mar 2031 02:30:00 Asia/Kathmandu'), '2031-03-30T02:30:00+05:45');
    assert.equal(readDate('Sun, 30 Mar 2031 02:30:00 Europe/Nowhere'), '2031-03-30');
  });

  it('whose month is another one in another language is none', () => {
    assert.equal(readDate('4 listopada 2031'), null);
    assert.equal(readDate('4 października 2031'), '2031-10-04');
  });
});

describe('the order of day and month', () => {
  it('is proved by a day over twelve, or by the weekday', () => {
    assert.equal(dayOrder('25/03/2031'), 'day first');
    assert.equal(dayOrder('03-25-2031 10:00'), 'month first');
    assert.equal(dayOrder('Tue 04/03/2031'), 'day first');
    assert.equal(dayOrder('Thu 04/03/2031'), 'month first');
    for (const unsure of ['03/04/2031', 'Fri 03/04/2031', '05/05/2031', '25.03.2031', '2031-03-25', '']) {
      assert.equal(dayOrder(unsure), null, unsure);
    }
  });

  it('is what other dates prove, where a date does not tell', () => {
    assert.equal(readDate('03/04/2031', 'day first'), '2031-04-03');
    assert.equal(readDate('03/04/2031', 'month first'), '2031-03-04');
    assert.equal(readDate('25/03/2031', 'month first'), '2031-03-25');
    assert.equal(readDate('40/03/2031', 'day first'), null);
  });
});
