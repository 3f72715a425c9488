/** Whether nobody would see a word in it: spaces, and characters that show nothing (Unicode's Cc, Cf and fillers). */
export function isBlank(text: string): boolean {
  return text.replace(/[\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu, '') === '';
}
