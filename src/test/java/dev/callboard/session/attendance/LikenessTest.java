package dev.callboard.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shown name is worth. */
class LikenessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iPhone",
        "iPhone (2)",
        "iPhone 12 Pro",
        "iPhone 15 Pro Max",
        "Ben's iPhone 13 mini",
        "iPad Air",
        "Galaxy S21",
        "Galaxy A52s 5G",
        "Samsung Galaxy Tab S7+",
        "SM-G991B",
        "SM-A515F/DS",
        "Redmi Note 9 Pro",
        "HUAWEI P30 lite",
        "VOG-L29",
        "Pixel 7a",
        "moto g(7) power",
        "OnePlus 9",
        "CPH2219",
        "M2101K6G",
        "DESKTOP-4F7K2QX",
        "Zoom user",
        "Guest 12",
        "+44 20 7946 0018"
      })
  void nameOfADevice_saysNothing(String name) {
    assertThat(Likeness.telling(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amara Bello",
        "Honor Blackman",
        "Max",
        "Guest Max",
        "Chloé",
        "Mina S",
        "Li Xiaoming",
        "Grace Kim 2",
        "Noor's mum",
        "李明"
      })
  void nameOfAPerson_saysWhoTheyAre(String name) {
    assertThat(Likeness.telling(name)).isTrue();
  }
}
