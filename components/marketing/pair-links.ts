interface PairIds {
  event: string;
  action: string;
}

/** A pair as an address carries it. */
export const pairQuery = ({ event, action }: PairIds) => new URLSearchParams({ event, action }).toString();

/** The page of a pair. */
export const pairPath = ({ event, action }: PairIds) => `/connect/${event}/${action}`;
