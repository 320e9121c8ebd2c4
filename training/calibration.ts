/** Expected calibration error over ten bins of equal width (Guo et al., ICML 2017). */
export function calibrationError(judged: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  let error = 0;
  for (const bin of bins.values()) {
    const surplus = bin.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0);
    error += Math.abs(surplus) / judged.length;
  }
  return error;
}
