package dev.callboard.report.model;

import dev.callboard.session.Event.Relayed;
import dev.callboard.session.Event.Undelivered;
import dev.callboard.session.Recorded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which prompts came to anybody, by themselves or a second way.
 *
 * @param lost keys of messages that did not arrive
 * @param relays those prompts that took another way, by their numbers
 */
record Arrivals(Set<String> lost, Map<Integer, Relayed> relays) {

  static Arrivals of(List<Recorded> log) {
    Set<String> lost = new HashSet<>();
    Map<Integer, Relayed> relays = new HashMap<>();
    for (Recorded recorded : log) {
      switch (recorded.event()) {
        case Undelivered undelivered -> lost.add(undelivered.key());
        case Relayed relayed -> relayed.prompts().forEach(prompt -> relays.put(prompt, relayed));
        default -> {}
      }
    }
    return new Arrivals(lost, relays);
  }

  /** What went to several beside the person arrived when it did with one of them. */
  boolean arrived(int prompt) {
    long own = lost("prompt-" + prompt).count();
    Relayed relay = relays.get(prompt);
    if (own == 0 || relay == null) {
      return own == 0;
    }
    boolean beside = !lost.contains("prompt-" + prompt); // nobody knew a private way to the person
    String way = beside ? "prompt-" + prompt : "relay-" + relay.prompts().getFirst();
    long failed = lost(way).count();
    return failed < Math.max(1, relay.to().size());
  }

  /** Of one message, and of those it was to several. */
  private Stream<String> lost(String key) {
    return lost.stream().filter(one -> one.equals(key) || one.startsWith(key + "."));
  }
}
