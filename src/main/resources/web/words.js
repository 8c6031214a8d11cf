// Which words fit what is being typed.

// The line as a command, without what marks it as one.
export function bare(line) {
  return line.replace(/^\s*(\/class\s+|\/|@callboard\b[,:]?\s*)/i, "");
}

export const isCommand = (line) => /^\s*(\/|@callboard\b)/i.test(line);

// Words to offer: all that begin like the first word; the one word itself once it is complete.
export function fitting(words, line, slashNeeded) {
  const marked = isCommand(line);
  if (slashNeeded && !marked) {
    return [];
  }
  const typed = bare(line);
  if (typed === "") {
    return marked ? words : [];
  }
  const first = typed.split(/\s/)[0].toLowerCase();
  if (/\s/.test(typed)) {
    return words.filter((word) => word.word === first);
  }
  return words.filter((word) => word.word.startsWith(first));
}

// What the field holds once a word was chosen.
export function completed(line, word) {
  const mark = line.match(/^\s*(\/class\s+|\/|@callboard\b[,:]?\s*)/i)?.[0] ?? "";
  const takesMore = word.usage.trim() !== word.word;
  return mark + word.word + (takesMore ? " " : "");
}
