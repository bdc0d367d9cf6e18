/**
 * What is taken for which Latin letters, or digit. Compared after lower-casing; capitals stand here only where they look
 * unlike their small letter. Accents are gone by then.
 */
const takenFor: Record<string, string> = {
  a: 'аαɑᴀⱥΛ',
  ae: 'æӕ',
  b: 'вьβʙƀƃɓ',
  c: 'сᴄϲƈ',
  d: 'ԁᴅđɖɗð',
  e: 'еєεɛəᴇҽΣ',
  f: 'ƒϝꜰ',
  g: 'ɡԍɢǥɠ',
  h: 'һнʜħΗ',
  j: 'јϳᴊɉ',
  k: 'кκᴋƙқ',
  l: 'i1|ıіιɩɪӏłʟƚɨǀ∣',
  m: 'мᴍΜ',
  n: 'пиηɴŋƞΝ',
  o: '0оοσᴏøɵօ○◯〇',
  oe: 'œ',
  p: 'рρᴘϸþ',
  q: 'ԛ',
  r: 'гяʀɼɾ',
  s: 'ѕꜱʂ',
  ss: 'ß',
  t: 'тτᴛŧƭ',
  u: 'υμᴜս',
  v: 'ѵνᴠ',
  w: 'ѡԝωᴡ',
  x: 'хχҳ',
  y: 'уγүʏұƴΥ',
  z: 'ᴢζƶȥ',
  3: 'зʒ',
  6: 'б',
};

const shapes = new Map(
  Object.entries(takenFor).flatMap(([shape, others]) => Array.from(others, (other) => [other, shape] as const)),
);

/** Where alphabets in circles, in squares and of flag letters begin, which no normalisation undoes. */
const dressedAlphabets = [0x1f150, 0x1f170, 0x1f1e6];

const accents = /[[\p{M}&&\p{Script=Inherited}]--[\u3099\u309a]]/gv;
const ignored = /[\p{Z}\p{P}\p{Sk}\p{C}\u02b0-\u02ff]/gu;
const greek = /\p{Script=Greek}/u;
const latinOrCyrillic = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/**
 * A name without what tells tricks apart: names that may be taken for each other have one key. It ignores case, width,
 * accents, spaces and punctuation; takes Cyrillic and Greek letters for the Latin ones they look like; 0 and O, and 1, l
 * and I (so i too) for each other, rn for m and vv for w. Rather too strict than too lax: the price of a false alarm is
 * to choose another name.
 */
export function lookAlikeKey(name: string): string {
  const plain = withoutAccents(Array.from(name.normalize('NFKC'), undressed).join(''));
  // Small Greek letters may look unlike their capitals. A name that is all Greek is read as Greek: by its capitals.
  const allGreek = greek.test(plain) && !latinOrCyrillic.test(plain);
  const key = Array.from(allGreek ? plain.toUpperCase() : plain, shapeOf)
    .join('')
    .replaceAll(ignored, '')
    // Marks that have become neighbours stand in their one order.
    .normalize('NFKD');
  if (key === '') return name.normalize('NFKC').replaceAll(/\s/gu, '');
  return key.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

function shapeOf(character: string): string {
  const small = withoutAccents(character.toLowerCase());
  return shapes.get(character) ?? shapes.get(small) ?? small;
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(accents, '');
}

function undressed(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const first = dressedAlphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? character : String.fromCodePoint(code - first + 'a'.charCodeAt(0));
}
