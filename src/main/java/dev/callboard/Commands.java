package dev.callboard;

import dev.callboard.command.Registry;
import dev.callboard.command.clock.Back;
import dev.callboard.command.clock.CatchUpCommand;
import dev.callboard.command.clock.Cut;
import dev.callboard.command.clock.End;
import dev.callboard.command.clock.Extend;
import dev.callboard.command.clock.Insert;
import dev.callboard.command.clock.Lead;
import dev.callboard.command.clock.Move;
import dev.callboard.command.clock.Next;
import dev.callboard.command.clock.Open;
import dev.callboard.command.clock.Pause;
import dev.callboard.command.clock.ProfileCommand;
import dev.callboard.command.clock.PromptCommand;
import dev.callboard.command.clock.QuietPrompts;
import dev.callboard.command.clock.Resume;
import dev.callboard.command.clock.SeenCommand;
import dev.callboard.command.clock.Skip;
import dev.callboard.command.clock.Snooze;
import dev.callboard.command.clock.Start;
import dev.callboard.command.clock.Status;
import dev.callboard.command.clock.Unskip;
import dev.callboard.command.debrief.DebriefCommand;
import dev.callboard.command.guide.DeskCommand;
import dev.callboard.command.guide.Help;
import dev.callboard.command.guide.Today;
import dev.callboard.command.guide.UndeliveredCommand;
import dev.callboard.command.issue.Fix;
import dev.callboard.command.issue.IssueCommand;
import dev.callboard.command.issue.IssuesCommand;
import dev.callboard.command.keep.NoteCommand;
import dev.callboard.command.roll.Excuse;
import dev.callboard.command.roll.ForgetCommand;
import dev.callboard.command.roll.MarkCommand;
import dev.callboard.command.roll.MatchCommand;
import dev.callboard.command.roll.MissingCommand;
import dev.callboard.command.roll.Part;
import dev.callboard.command.roll.Reconcile;
import dev.callboard.command.roll.ReportCommand;
import dev.callboard.command.roll.RollCommand;
import dev.callboard.command.roll.RulesCommand;
import dev.callboard.command.roll.SignOff;
import dev.callboard.command.roll.Why;
import dev.callboard.command.say.Edit;
import dev.callboard.command.say.LinkCommand;
import dev.callboard.command.say.Links;
import dev.callboard.command.say.PageCommand;
import dev.callboard.command.say.Say;
import dev.callboard.command.say.Undo;
import dev.callboard.command.say.Welcome;
import dev.callboard.platform.Vocabulary;
import dev.callboard.report.Layouts;
import java.util.List;

/** All words of the product. */
public final class Commands {

  private static final int SLASH_COMMANDS = 10;

  private Commands() {}

  public static Registry registry() {
    return new Registry(
        List.of(
            new Open(),
            new Start(),
            new Next(),
            new Back(),
            new End(),
            new Status(),
            new Extend(),
            new Skip(),
            new Unskip(),
            new Pause(),
            new Resume(),
            new Move(),
            new Insert(),
            new Lead(),
            new CatchUpCommand(),
            new Cut(),
            new PromptCommand(),
            new QuietPrompts(),
            new ProfileCommand(),
            new SeenCommand(),
            new Snooze(),
            new Welcome(),
            new LinkCommand(),
            new Links(),
            new PageCommand(),
            new Say(),
            new Undo(),
            new Edit(),
            new NoteCommand(),
            new IssueCommand(),
            new IssuesCommand(),
            new Fix(),
            new DebriefCommand(),
            new UndeliveredCommand(),
            new RollCommand(),
            new MissingCommand(),
            new MatchCommand(),
            new MarkCommand(),
            new Excuse(),
            new Why(),
            new Part(),
            new Reconcile(),
            new RulesCommand(),
            new SignOff(),
            new ForgetCommand(),
            new ReportCommand(new Layouts(Main.local("config/layouts"))),
            new Today(),
            new DeskCommand(),
            new Help()));
  }

  /** The words as platforms' menus, completions and manifests show them. */
  public static Vocabulary vocabulary(Registry registry) {
    return new Vocabulary(
        registry.menu().stream()
            .map(spec ->
                new Vocabulary.Word(
                    spec.word(),
                    spec.usage(),
                    spec.summary(),
                    spec.examples(),
                    spec.rank() <= SLASH_COMMANDS))
            .toList());
  }
}
