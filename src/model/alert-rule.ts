import type { Place } from './place.ts';

/** An alert as its monitoring knows it: one alerting rule of a Prometheus file. */
export interface AlertRule {
  readonly name: string;
  /** Where whoever is woken up is sent. */
  readonly runbookUrl?: string | undefined;
  readonly placeOfName: Place;
  readonly placeOfUrl: Place;
}
