package io.mendian.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.booking.Gym;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who and what an appointment gets. */
class AppointmentChoiceTest extends AppointmentCase {

    @Test
    void oneRoomBoundsManyPeople() {
        SkuId massage = gym.service(60);
        gym.rule(massage, true, 30, 0, 60);
        for (int i = 0; i < 4; i++) {
            gym.person("师傅" + i, Ids.next());
        }
        LocalDate day = gym.soon();
        assertThat(slots(massage, day)).isEmpty();
        gym.room("一号房");
        gym.room("二号房");
        var answers = Race.run(8, i -> () -> gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:00"), null));
        assertThat(answers.stream().filter(answer -> answer.value().status() == 201))
                .hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.value().body().contains("NO_PLACE_FREE")))
                .hasSize(6);
        assertThat(slots(massage, day).findValuesAsString("startsAt"))
                .doesNotContain(Gym.at(day, "10:00").toString());
    }

    @Test
    void whoHasLeastToDoIsChosen() {
        SkuId massage = gym.service(60);
        String li = gym.person("李师傅", Ids.next());
        String zhao = gym.person("赵师傅", Ids.next());
        LocalDate day = gym.soon();
        assertThat(chosen(massage, Gym.at(day, "10:00"))).isEqualTo(li);
        assertThat(chosen(massage, Gym.at(day, "12:00"))).isEqualTo(zhao);
        assertThat(chosen(massage, Gym.at(day, "12:00"))).isEqualTo(li);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "12:00"), null).expectProblem(409, "SLOT_TAKEN");
    }

    @Test
    void aClassBlocksItsCoach() {
        SkuId training = gym.service(60);
        LocalDate day = gym.soon();
        String coach = gym.person("王教练", Ids.next());
        gym.session(day, 5, Map.of("coachId", coach));
        gym.appoint(Gym.newMember(), training, Gym.at(day, "17:30"), coach).expectProblem(409, "SLOT_TAKEN");
        gym.appoint(Gym.newMember(), training, Gym.at(day, "18:50"), coach).expect(201);
        Map<String, Object> later = gym.series(gym.service(50), day, 5, Map.of("coachId", coach, "startTime", "19:00"));
        gym.asManager().post("/store/v1/class-series", later).expectProblem(409, "CLASS_CONFLICT");
    }

    @Test
    void aMemberIsInOnePlaceAtATime() {
        SkuId massage = gym.service(60);
        gym.person("李师傅", Ids.next());
        gym.person("赵师傅", Ids.next());
        MemberKey member = Gym.newMember();
        Instant ten = Gym.at(gym.soon(), "10:00");
        var answers =
                Race.run(4, i -> () -> gym.appoint(member, massage, ten, null).status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(1);
        gym.appoint(member, massage, ten.plusSeconds(1800), null).expectProblem(409, "MEMBER_TAKEN");
    }

    @Test
    void onlyThoseWhoCanAreOffered() {
        SkuId massage = gym.service(60);
        String id = gym.person("李师傅", Ids.next());
        long staff = gym.count("SELECT staff_id FROM resource WHERE id = ?", id);
        Map<String, Object> body = Map.of(
                "kind",
                "STAFF",
                "name",
                "李师傅",
                "staffId",
                Long.toString(staff),
                "serviceSkuIds",
                List.of(gym.service(30)));
        gym.asManager().put("/store/v1/resources/" + id, body).expect(200);
        assertThat(slots(massage, gym.soon())).isEmpty();
        gym.appoint(Gym.newMember(), massage, Gym.at(gym.soon(), "10:00"), id).expectProblem(409, "NOBODY_FOR_SERVICE");
        gym.asManager().post("/store/v1/resources", body).expectProblem(409, "RESOURCE_EXISTS");
        Api otherStore = new Gym(api, deliveries, jdbc, clock).asManager();
        otherStore.put("/store/v1/resources/" + id, body).expectProblem(404, "NOT_FOUND");
        otherStore.put("/store/v1/resources/" + Ids.next(), body).expectProblem(404, "NOT_FOUND");
    }
}
