package dev.callboard.store;

import dev.callboard.chat.Person;
import dev.callboard.console.Pass;
import dev.callboard.console.Passes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Who is signed in, in tables. */
final class StorePasses implements Passes {

  private static final String KEY = "desk-links";
  private static final int KEY_BYTES = 32;

  private final Reads reads;
  private final Writer writer;
  private volatile byte @Nullable [] key;

  StorePasses(Reads reads, Writer writer) {
    this.reads = reads;
    this.writer = writer;
  }

  @Override
  public byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = Base64.getDecoder().decode(kept().orElseGet(this::made));
      key = known;
    }
    return known.clone();
  }

  /** The first server's is everybody's. */
  private String made() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String value = Base64.getEncoder().encodeToString(random);
    writer.write(
        "key",
        "secret",
        statements ->
            statements.update(
                "insert into secret (name, value) values (?, ?) on conflict (name) do nothing",
                KEY,
                value));
    return kept().orElseThrow();
  }

  private Optional<String> kept() {
    return reads.of(
        "key",
        handle ->
            handle
                .createQuery("select value from secret where name = ?")
                .bind(0, KEY)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public boolean admit(String link, Instant forget, String hash, Pass pass) {
    AtomicBoolean fresh = new AtomicBoolean();
    Person person = pass.person();
    writer.write(
        "admit",
        "used_link",
        statements -> {
          int used =
              statements.update(
                  "insert into used_link (link, until) values (?, ?) on conflict (link) do nothing",
                  link,
                  Micros.of(forget));
          fresh.set(used == 1);
          if (used == 1) {
            statements.update(
                "insert into pass (hash, platform, tenant, account, name, email, until)"
                    + " values (?, ?, ?, ?, ?, ?, ?)",
                hash,
                person.platform(),
                person.tenant(),
                person.id(),
                person.name(),
                person.email(),
                Micros.of(pass.until()));
          }
        });
    return fresh.get();
  }

  @Override
  public boolean used(String link) {
    return reads.of(
        "used link",
        handle ->
            handle
                .createQuery("select 1 from used_link where link = ?")
                .bind(0, link)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Optional<Pass> find(String hash) {
    return reads.of(
        "pass",
        handle ->
            handle
                .createQuery(
                    "select platform, tenant, account, name, email, until from pass where hash = ?")
                .bind(0, hash)
                .map((row, _) ->
                    new Pass(
                        new Person(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)),
                        Micros.instant(row.getLong(6))))
                .findOne());
  }

  @Override
  public void end(String hash) {
    writer.write(
        "end", "pass", statements -> statements.update("delete from pass where hash = ?", hash));
  }

  @Override
  public void sweep(Instant before) {
    writer.write(
        "sweep",
        "used_link",
        statements -> {
          statements.update("delete from used_link where until < ?", Micros.of(before));
          statements.update("delete from pass where until < ?", Micros.of(before));
        });
  }
}
