import type { Shift } from './reading.ts';

/** What shows a shift, by its kind. */
export const shiftKinds: Record<Shift['kind'], string> = {
  stance: 'another stance',
  'condition added': 'a condition added',
  'condition dropped': 'a condition dropped',
  'condition changed': 'another condition',
  figure: 'another figure',
};
