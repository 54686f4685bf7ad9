package io.mendian.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    private final ProcessMark own =
            ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void aMarkSurvivesBeingWrittenDown() {
        assertThat(ProcessMark.parse(own.text())).contains(own);
    }

    @Test
    void ourOwnMarkIsAlive() {
        assertThat(own.isAlive()).isTrue();
    }

    @Test
    void theSamePidWithAnotherStartIsAnotherProcess() {
        assertThat(new ProcessMark(own.pid(), own.started() + "1", own.boot()).isAlive())
                .isFalse();
    }

    @Test
    void theSamePidOfAnEarlierBootIsAnotherProcess() {
        assertThat(new ProcessMark(own.pid(), own.started(), "earlier-boot").isAlive())
                .isFalse();
    }

    @Test
    void aTornRecordIsNoMark() {
        assertThat(ProcessMark.parse("")).isEmpty();
        assertThat(ProcessMark.parse("4711")).isEmpty();
        assertThat(ProcessMark.parse("-1 2 3")).isEmpty();
    }

    @Test
    void anEndedProcessHasNoMark() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(ProcessMark.of(process.pid())).isEmpty();
    }
}
