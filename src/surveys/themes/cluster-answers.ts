/** Words that carry no subject, in the languages people write here. */
const EMPTY_WORDS = new Set(
  (
    'и в во на с со не что это как а но по из за у к о от для до же бы ли мы вы они он она оно я то так все всё его её их нас вас нет да есть был была были быть очень уже ещё еще там тут только или если когда чтобы при про под над без надо нужно можно где который которые ' +
    'және мен бен пен да де та те бұл сол осы бар жоқ үшін қалай не біз сіз олар ол емес өте тек сияқты дейін кейін болып болды керек ' +
    'the a an and or of to in on for is are was were it this that we you they not no with at by be have has had do does very just so but if when there'
  ).split(' '),
);

const STEM = 5;
const MIN_GROUP = 3;
const MOST_GROUPS = 12;
const MERGE_ABOVE = 0.45;
const ROUNDS = 12;

export interface ProposedTheme {
  /** The words that set it apart, as people wrote them. */
  readonly words: readonly string[];
  /** Indexes of the answers, the most typical first. */
  readonly members: readonly number[];
}

type Vector = ReadonlyMap<string, number>;

const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word));

/** The beginning of a word stands for its forms: crude, and alike for Kazakh, Russian and English. */
const stem = (word: string): string => word.slice(0, STEM);

function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

function normalised(vector: Map<string, number>): Vector {
  const length = Math.sqrt(vector.values().reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}

function centre(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return normalised(sum);
}

/**
 * Themes of short answers without any model: words weighted by rarity, groups by their directions, near groups joined,
 * groups under three left to "the rest". The same answers always give the same groups. People decide what they mean.
 */
export function proposeThemes(texts: readonly string[]): ProposedTheme[] {
  const tokens = texts.map(tokensOf);
  const stems = tokens.map((words) => [...new Set(words.map(stem))]);
  const seenIn = new Map<string, number>();
  for (const found of stems) for (const term of found) seenIn.set(term, (seenIn.get(term) ?? 0) + 1);
  const vectors = stems.map((found) =>
    normalised(
      new Map(
        found
          .filter((term) => (seenIn.get(term) ?? 0) > 1)
          .map((term) => [term, Math.log(1 + texts.length / (seenIn.get(term) ?? 1))]),
      ),
    ),
  );
  const spoken = vectors.flatMap((vector, index) => (vector.size > 0 ? [index] : []));
  const groups = joined(grouped(spoken, vectors), vectors).filter((members) => members.length >= MIN_GROUP);
  return groups
    .map((members) => described(members, vectors, tokens))
    .sort((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_GROUPS);
}

/** Spherical k-means from centres that are far from one another, begun with the longest answer. */
function grouped(spoken: readonly number[], vectors: readonly Vector[]): number[][] {
  const k = Math.min(MOST_GROUPS * 2, Math.max(1, Math.round(Math.sqrt(spoken.length))), spoken.length);
  const at = (index: number): Vector => vectors[index] ?? new Map();
  const [first] = spoken.toSorted((a, b) => at(b).size - at(a).size || a - b);
  if (first === undefined) return [];
  const centres = [at(first)];
  while (centres.length < k) {
    const [farthest] = spoken
      .map((index) => ({ index, near: Math.max(...centres.map((one) => dot(at(index), one))) }))
      .sort((a, b) => a.near - b.near || a.index - b.index);
    if (!farthest || farthest.near > 0.95) break;
    centres.push(at(farthest.index));
  }
  let groups: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    groups = centres.map(() => []);
    for (const index of spoken) {
      const likeness = centres.map((one) => dot(at(index), one));
      const best = likeness.indexOf(Math.max(...likeness));
      if ((likeness[best] ?? 0) > 0) groups[best]?.push(index);
    }
    groups.forEach((members, group) => {
      if (members.length > 0) centres[group] = centre(members.map(at));
    });
  }
  return groups.filter((members) => members.length > 0);
}

function joined(groups: number[][], vectors: readonly Vector[]): number[][] {
  const left = groups.map((members) => ({
    members,
    centre: centre(members.map((index) => vectors[index] ?? new Map())),
  }));
  for (;;) {
    let best: { a: number; b: number; near: number } | null = null;
    for (let a = 0; a < left.length; a += 1)
      for (let b = a + 1; b < left.length; b += 1) {
        const near = dot(left[a]?.centre ?? new Map(), left[b]?.centre ?? new Map());
        if (near > MERGE_ABOVE && near > (best?.near ?? 0)) best = { a, b, near };
      }
    if (!best) return left.map(({ members }) => members);
    const members = [...(left[best.a]?.members ?? []), ...(left[best.b]?.members ?? [])];
    left.splice(best.b, 1);
    left[best.a] = { members, centre: centre(members.map((index) => vectors[index] ?? new Map())) };
  }
}

function described(
  members: readonly number[],
  vectors: readonly Vector[],
  tokens: readonly (readonly string[])[],
): ProposedTheme {
  const middle = centre(members.map((index) => vectors[index] ?? new Map()));
  const heaviest = [...middle].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
  const written = (term: string): string => {
    const forms = members.flatMap((index) => (tokens[index] ?? []).filter((word) => stem(word) === term));
    const counted = Map.groupBy(forms, (word) => word);
    return [...counted].sort((a, b) => b[1].length - a[1].length || a[0].length - b[0].length)[0]?.[0] ?? term;
  };
  return {
    words: heaviest.map(([term]) => written(term)),
    members: members.toSorted(
      (a, b) => dot(vectors[b] ?? new Map(), middle) - dot(vectors[a] ?? new Map(), middle) || a - b,
    ),
  };
}
