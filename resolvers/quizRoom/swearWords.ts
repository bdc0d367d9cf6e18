import {
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  parseRawPattern,
  RegExpMatcher,
  type RegExpMatcherOptions,
} from 'obscenity';

/**
 * Where the library's list of words is too wide for names: what it has for these, and what takes its place. `|` is where a
 * word begins or ends, `[?]` any letter or none. Whole words, where parts of names are called the same.
 */
const inNames: Record<string, string[]> = {
  abo: ['|abo|'],
  anal: ['|anal|', 'analsex'],
  anus: ['|anus|'],
  ass: ['|ass|', '|asses|', 'asshole', 'asshat', 'asslick', 'asswipe', 'dumbass', 'jackass'],
  bitch: ['bitch'],
  chink: ['|chink|', '|chinks|'],
  cum: ['|cum|', '|cums|', 'cumshot'],
  dick: ['|dick', 'dick|', '|dck|'],
  dildo: ['|dildo|', '|dildos|'],
  dyke: ['|dyke|', '|dykes|'],
  fag: ['|fag|', '|fags|', 'fag[g]ot', 'fggot'],
  fuck: ['f[?]ck', '|fuk|', 'fuker', 'fuking'],
  kike: ['|kike|', '|kikes|'],
  nigger: ['n[i]gger', 'nigga', '|nig|', '|nigs|'],
  orgasm: ['orgasm'],
  orgy: ['|orgy|', '|orgies|'],
  porn: ['|porn|', '|prn|', '|porno', '|pornhub'],
  rape: ['|rape|', '|raped|', '|raper|', '|rapes|', '|raping|', '|rapist'],
  semen: ['|semen|'],
};

/** Names, and words that are harmless beyond the library's own exceptions; also with an i for each l, see `isFit`. */
const harmless = `bhooshit bhushit dickerson dickey dickins dickman dickson flick peniston pissarid pissarro shiitake
  shital shitij slutsk titterington tittel wankel wankhede`.split(/\s+/);

let matcher: RegExpMatcher | undefined;

/** Finds English swear words in text of small letters. Made when it is first needed. */
export function swearWords(): RegExpMatcher {
  return (matcher ??= new RegExpMatcher({ ...termsForNames(), ...englishRecommendedTransformers }));
}

function termsForNames(): RegExpMatcherOptions {
  const words = new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => metadata !== undefined && metadata.originalWord in inNames);
  for (const [originalWord, patterns] of Object.entries(inNames)) {
    words.addPhrase((phrase) =>
      patterns.reduce((all, one) => all.addPattern(parseRawPattern(one)), phrase.setMetadata({ originalWord })),
    );
  }
  const { whitelistedTerms = [] } = englishDataset.build();
  return {
    ...words.build(),
    whitelistedTerms: [...whitelistedTerms, ...harmless, ...harmless.map((word) => word.replaceAll('l', 'i'))],
  };
}
