import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikeKey } from '../../rules/quiz/lookAlikes.ts';
import { isFit } from './wordFilter.ts';

describe('isFit refuses', () => {
  it.each<[what: string, ...names: string[]]>([
    [
      'words as they stand',
      'fuck',
      'FUCK',
      'Shit',
      'cunt',
      'bitch',
      'asshole',
      'ass',
      'dick',
      'penis',
      'Nigger',
      'fag',
    ],
    ['words among others', 'what the fuck', 'Big Dick', 'you cunt!', 'Mr. Shit', 'faggots', 'motherfucker', 'bullshit'],
    ['words without spaces', 'BigAss', 'TeamCunt', 'xXshitXx', 'fuckyou', 'iAmABitch', 'BigCock'],
    ['words with digits', 'cock69', '69sex', 'sex123', 'dick1', '123cunt'],
    ['digits for letters', 'sh1t', '5hit', 'd1ck', 'b1tch', 'n1gg3r', 'c0ck', 'f4g', 's1ut', 'a55', 'p3n15', '5h17'],
    ['signs for letters', 'sh!t', '@ss', 'a$$hole', '$hit', 'f*ck', 'f@ggot', '(unt', 'p!ss', 'fu(k'],
    ['spaced letters', 'f u c k', 'F U C K you', 's h i t', 'a s s', 'c u n t', 'b i t c h', 'my d i c k'],
    ['words cut up', 'fu ck', 'sh it', 'f uck', 'nig ger', 'bi tch', 'you c unt'],
    ['letters with signs between', 'f.u.c.k', 'f-u-c-k', 's_h_i_t', 'c.u.n.t', 'd·i·c·k', 'sh.it', '.fuck.'],
    ['letters said again', 'fuuuuck', 'shiiit', 'ccuunntt', 'biiitch', 'diiick', 'asssss'],
    ['Cyrillic letters', 'fuсk', 'сunt', 'shіt', 'аss', 'dісk', 'реnis', 'соck'],
    ['Greek letters', 'fυck', 'cυnt', 'dιck', 'shιt', 'ρenis', 'Αss'],
    ['accents', 'fück', 'shít', 'çunt', 'dïck', 'pénis', 'ßhit bitch', 'f\u0301uck'],
    ['letters in circles, wide and raised', 'Ⓕⓤⓒⓚ', 'ｆｕｃｋ', '🅵🆄🅲🅺', 'ᶠᵘᶜᵏ', '𝔣𝔲𝔠𝔨', '𝓼𝓱𝓲𝓽'],
    ['l and I for each other', 'shlt', 'dlck', 'bltch', 'sIut', 'bIowjob', 's|ut', 'sh|t', 'dıck', 'SHlT'],
    ['vv for w', 'vvank', 'tvvat', 'vvhore'],
    ['several tricks at once', 'f ü с K', 'S.H.1.T', 'ⓓ1cκ', 'n1gg€r nigga', '5 h 1 t'],
  ])('%s', (_what, ...names) => {
    expect(names.filter(isFit)).toEqual([]);
  });
});

describe('isFit lets pass', () => {
  it.each<[what: string, ...names: string[]]>([
    ['places', 'Scunthorpe', 'Essex', 'Sussex', 'Penistone', 'Clitheroe', 'Lightwater', 'Middlesex', 'Arsenal'],
    ['surnames', 'Dickens', 'Cockburn', 'Matsushita', 'Hancock', 'Peacock', 'Dickinson', 'Cummings', 'Cumberbatch'],
    ['more of them', 'Fagan', 'Fukuda', 'Fukushima', 'Assange', 'Pissarro', 'Semenova', 'Titova', 'Wankhede', 'Babich'],
    ['of Mr. Fu and initials', 'Fu', 'Li Fu', 'FK', 'F. K.', 'Ana L', 'Anna L.', 'Anu S', 'Ryan Al', 'Tran Y'],
    [
      'given names',
      'Anushka',
      'Annalena',
      'Anaïs',
      'ANAIS',
      'Analia',
      'György',
      'Arsène',
      'Bích Ngọc',
      'Hanuš',
      'Shital',
    ],
    [
      'names from Thailand and elsewhere',
      'Siriporn',
      'Pornchai',
      'Kikelomo',
      'Dildora',
      'Rangga',
      'Tanushree',
      'Vodička',
    ],
    [
      'first and last names',
      'Ryan Allen',
      'Susan Usher',
      'Ana Lopez',
      'Pen Isaac',
      'Shi Tao',
      'Jordan Alvarez',
      'Mia Sachs',
    ],
    [
      'names with numbers',
      'Anna1',
      'Ana1',
      'Anna 11',
      'Keanu58',
      'Team 455',
      'Player 80085',
      'Danu57',
      'Tom 2',
      'R2D2',
    ],
    ['words', 'class', 'glass', 'assassin', 'cocktail', 'grape', 'therapist', 'Canal', 'snigger', 'Uranus', 'flicker'],
    ['other scripts', 'Иван', 'Сергей', 'Гаревска', 'Νίκος', 'Μιχαηλίδης', '李雷', 'さくら', 'محمد', 'राम', '김서연'],
    ['signs alone', '!!!', '???', '🎯', '$$$', '***', '1', '42', ':-)'],
    ['nothing at all', '', ' '],
  ])('%s', (_what, ...names) => {
    expect(names.filter((name) => !isFit(name))).toEqual([]);
  });
});

it('no word passes by what look-alikes are made to look like', () => {
  const tricks = 'аɑᴀ с ϲ ԁ е ҽ ƒ ɡ һ і ӏ κ м ո о р ѕ т υ ᴜ ѵ ѡ'.split(/\s*/);
  const byShape = Map.groupBy(tricks, (letter) => lookAlikeKey(`a${letter}`).slice(1));
  const words = ['fuck', 'cunt', 'shit', 'bitch', 'penis', 'dick', 'whore'];
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), (word, picks) => {
      const disguised = Array.from(word, (letter, index) => {
        const others = [letter, ...(byShape.get(letter === 'i' ? 'l' : letter) ?? [])];
        return others[(picks[index] ?? 0) % others.length];
      });
      expect(isFit(disguised.join(''))).toBe(false);
    }),
  );
});

it('any name is read within a few milliseconds', () => {
  isFit('warm');
  const names = ['a '.repeat(12), 'i'.repeat(24), '1 '.repeat(12), '🅰'.repeat(24), 'A1'.repeat(12), 'ﷺ'.repeat(24)];
  for (const name of names) {
    const begun = performance.now();
    isFit(name);
    expect(performance.now() - begun).toBeLessThan(100);
  }
});
