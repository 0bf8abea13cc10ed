package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.concordat.standalone.copy.CopyRefused;
import org.concordat.standalone.CopyWords.Word;
import org.junit.jupiter.api.Test;

class CopyWordsTest {

    @Test void the_first_word_says_which_program() {
        assertThat(CopyWords.word("--concordat.data=x", "backup", "DIR")).isEqualTo(Word.BACKUP);
        assertThat(CopyWords.word("drill")).isEqualTo(Word.DRILL);
        assertThat(CopyWords.word("--concordat.demo=true")).isNull();
        assertThat(CopyWords.word("copy", "backup")).isNull();
    }

    @Test void options_go_with_an_equals_sign_or_without() {
        CopyWords one = CopyWords.of(Word.RESTORE, "restore", "DIR", "--checkpoint=FILE", "--key", "KEY", "--concordat.data=NEW");
        assertThat(one).isEqualTo(new CopyWords(Word.RESTORE, Path.of("DIR"), false, Path.of("FILE"), "KEY", java.util.List.of("--concordat.data=NEW")));
        assertThat(CopyWords.of(Word.BACKUP, "--with-key", "backup", "DIR").withKey()).isTrue();
        assertThat(CopyWords.of(Word.DRILL, "drill").folder()).isNull();
    }

    @Test void what_it_does_not_know_is_refused_with_how_it_is_used() {
        assertThatThrownBy(() -> CopyWords.of(Word.BACKUP, "backup", "DIR", "--checkpoint=FILE")).isInstanceOf(CopyRefused.class)
                .hasMessageContaining("--checkpoint").hasMessageContaining("Usage: java -jar concordat.jar backup DIR");
        assertThatThrownBy(() -> CopyWords.of(Word.BACKUP, "backup")).hasMessageContaining("one folder");
        assertThatThrownBy(() -> CopyWords.of(Word.RESTORE, "restore", "A", "B")).hasMessageContaining("one folder");
        assertThatThrownBy(() -> CopyWords.of(Word.DRILL, "drill", "--key")).hasMessageContaining("needs a value");
    }
}
