/** A call's page whose thread is at work, as functions that run in it by themselves: their texts are what travel. */

/** What was encoded, up to now. */
export interface Encoded {
  readonly frames: number;
  readonly atMs: number;
}

export async function readEncoded(): Promise<Encoded> {
  let encoded: Encoded = { frames: 0, atMs: 0 };
  (await call.sender.getStats()).forEach((report: RTCOutboundRtpStreamStats) => {
    if (report.type === 'outbound-rtp')
      encoded = { frames: report.framesEncoded ?? 0, atMs: report.timestamp };
  });
  return encoded;
}

/** Keeps the thread at work for a part of each period. */
export async function workInPeriods(workMs: number, periodMs: number, periods: number): Promise<void> {
  for (let period = 0; period < periods; period += 1) {
    const endMs = performance.now() + workMs;
    while (performance.now() < endMs);
    await new Promise((resolve) => setTimeout(resolve, periodMs - workMs));
  }
}
