package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.callboard.testing.Browser;

/** The lobby as a person uses it: by what is written on it. */
final class LobbyPage {

  private final Page page;

  LobbyPage(Page page, String url) {
    this.page = page;
    page.navigate(url);
    assertThat(field()).isVisible();
  }

  Page page() {
    return page;
  }

  Locator field() {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Message or command"));
  }

  Locator conversation() {
    return page.getByRole(AriaRole.LOG);
  }

  Locator panel() {
    return page.locator("#now");
  }

  /** What the left column says of the meeting, and offers. */
  Locator meeting() {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Meeting").setExact(true));
  }

  /** Has something happen in the meeting, by keys. */
  LobbyPage simulates(String what, String told) {
    Locator.GetByRoleOptions named = new Locator.GetByRoleOptions().setName(what).setExact(true);
    panel().getByRole(AriaRole.BUTTON, named).press("Enter");
    assertThat(panel().getByRole(AriaRole.STATUS)).hasText(told);
    return this;
  }

  Locator words() {
    return page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
  }

  /** What only this person sees: what they did, each with its answer. */
  Locator answers() {
    return conversation().locator(".private");
  }

  /** Types a command and reads its private answer. */
  LobbyPage types(String line, String answer) {
    field().fill(line);
    field().press("Enter");
    Locator asked = answers().last();
    assertThat(asked).containsText(line);
    assertThat(asked).containsText("Only you can see this");
    assertThat(asked).containsText(answer);
    return this;
  }

  LobbyPage says(String line) {
    field().fill(line);
    field().press("Enter");
    return reads(line);
  }

  LobbyPage reads(String text) {
    assertThat(conversation()).containsText(text);
    return this;
  }

  LobbyPage doesNotRead(String text) {
    assertThat(conversation()).not().containsText(text);
    return this;
  }

  /** Presses the newest button with this label, in the conversation. */
  LobbyPage presses(String label) {
    Locator.GetByRoleOptions named = new Locator.GetByRoleOptions().setName(label).setExact(true);
    conversation().getByRole(AriaRole.BUTTON, named).last().click();
    return this;
  }

  LobbyPage goesTo(String place) {
    page.locator("#places").getByText(place).click();
    assertThat(page.getByRole(AriaRole.HEADING, heading(place))).isVisible();
    return this;
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name).setLevel(1);
  }

  Locator places() {
    return page.locator("#places li");
  }

  Locator unread(String place) {
    return places().filter(new Locator.FilterOptions().setHasText(place)).locator(".count");
  }

  LobbyPage becomes(String name) {
    page.locator("#person").selectOption(new SelectOption().setLabel(name));
    return this;
  }

  LobbyPage shoots(String name) {
    Browser.shoot(page, name);
    return this;
  }
}
