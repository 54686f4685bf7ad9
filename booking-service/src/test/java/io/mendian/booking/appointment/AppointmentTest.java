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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppointmentTest extends AppointmentCase {

    @Test
    void whatIsOfferedCanBeBooked() {
        SkuId massage = gym.service(60);
        gym.person("李师傅", Ids.next());
        LocalDate day = gym.soon();
        JsonNode offered = slots(massage, day);
        assertThat(Instant.parse(offered.get(0).path("startsAt").asString())).isEqualTo(Gym.at(day, "09:00"));
        assertThat(Instant.parse(
                        offered.get(offered.size() - 1).path("startsAt").asString()))
                .isEqualTo(Gym.at(day, "20:00"));
        int booked = 0;
        while (!slots(massage, day).isEmpty()) {
            Instant first =
                    Instant.parse(slots(massage, day).get(0).path("startsAt").asString());
            gym.appoint(Gym.newMember(), massage, first, null).expect(201);
            booked++;
        }
        assertThat(booked).isEqualTo(12);
    }

    @Test
    void whatIsNotOfferedIsRefusedWithItsReason() {
        SkuId massage = gym.service(60);
        String li = gym.person("李师傅", Ids.next());
        LocalDate day = gym.soon();
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:00"), li).expect(201);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:30"), li).expectProblem(409, "SLOT_TAKEN");
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "11:00"), li).expect(201);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "20:30"), li).expectProblem(409, "NOT_WORKING");
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "08:00"), null).expectProblem(409, "NOT_WORKING");
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "12:03"), li).expectProblem(409, "TIME_NOT_OFFERED");
        gym.appoint(Gym.newMember(), gym.service(30), Gym.at(day, "12:00"), "1")
                .expectProblem(409, "NOBODY_FOR_SERVICE");
        gym.appoint(Gym.newMember(), SkuId.of(Ids.next()), Gym.at(day, "12:00"), null)
                .expectProblem(404, "SERVICE_UNKNOWN");
    }

    @Test
    void breaksDatesAndLeaveBoundWhatIsOffered() {
        SkuId massage = gym.service(60);
        String li = gym.person("李师傅", Ids.next());
        LocalDate day = gym.soon();
        String resource = "/store/v1/resources/" + li;
        gym.asManager()
                .put(
                        resource + "/shifts/" + day,
                        Map.of(
                                "hours",
                                List.of(
                                        Map.of("from", "09:00", "to", "10:00"),
                                        Map.of("from", "11:00", "to", "12:00"))))
                .expect(204);
        assertThat(slots(massage, day)).hasSize(2);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:00"), li).expectProblem(409, "NOT_WORKING");
        Map<String, Object> leave = Map.of("from", Gym.at(day, "11:30"), "to", Gym.at(day, "15:00"), "reason", "家事");
        String id = gym.asManager()
                .post(resource + "/leave", leave)
                .expect(201)
                .json()
                .path("leaveId")
                .asString();
        assertThat(slots(massage, day)).hasSize(1);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "11:00"), li).expectProblem(409, "ON_LEAVE");
        gym.asManager().delete(resource + "/leave/" + id).expect(204);
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "11:00"), li).expect(201);
        gym.asManager()
                .put(resource + "/shifts/" + day.plusDays(1), Map.of("hours", List.of()))
                .expect(204);
        assertThat(slots(massage, day.plusDays(1))).isEmpty();
        gym.asManager()
                .put(
                        resource + "/shifts/" + day,
                        Map.of(
                                "hours",
                                List.of(
                                        Map.of("from", "09:00", "to", "10:00"),
                                        Map.of("from", "09:30", "to", "12:00"))))
                .expectProblem(409, "SHIFTS_OVERLAP");
    }

    @RepeatedTest(3)
    void twoPeopleNeverSitInOneChair() {
        SkuId massage = gym.service(60);
        String li = gym.person("李师傅", Ids.next());
        Instant ten = Gym.at(gym.soon(), "10:00");
        // every start overlaps every other
        var answers = Race.run(
                16,
                i -> () -> gym.appoint(Gym.newMember(), massage, ten.plusSeconds(300L * (i % 12)), li)
                        .status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.value() == 409)).hasSize(15);
        assertThat(gym.count("SELECT COUNT(*) FROM booking WHERE resource_id = ?", li))
                .isEqualTo(1);
    }

    @Test
    void aPersonIsTakenInAllStoresAtOnce() {
        long staff = Ids.next();
        gym.person("李师傅", staff);
        Gym other = new Gym(api, deliveries, jdbc, clock);
        other.person("李师傅", staff);
        SkuId massage = gym.service(60);
        Instant ten = Gym.at(gym.soon(), "10:00");
        var answers = Race.run(
                12,
                i -> () -> (i % 2 == 0 ? gym : other)
                        .appoint(Gym.newMember(), massage, ten, null)
                        .status());
        assertThat(answers.stream().filter(answer -> answer.value() == 201)).hasSize(1);
        assertThat(gym.count("SELECT COUNT(*) FROM booking WHERE staff_id = ?", staff))
                .isEqualTo(1);
    }

    @Test
    void aCancelledAppointmentIsOfferedAgain() {
        SkuId massage = gym.service(52);
        gym.person("李师傅", Ids.next());
        LocalDate day = gym.soon();
        MemberKey member = Gym.newMember();
        String booking = gym.appoint(member, massage, Gym.at(day, "10:00"), null)
                .expect(201)
                .json()
                .path("bookingId")
                .asString();
        int taken = slots(massage, day).size();
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:50"), null).expectProblem(409, "SLOT_TAKEN");
        gym.as(member).delete("/app/v1/bookings/" + booking).expect(200);
        gym.as(member).delete("/app/v1/bookings/" + booking).expect(200);
        assertThat(slots(massage, day).size()).isGreaterThan(taken);
        assertThat(gym.count("SELECT COUNT(*) FROM allocation_slice WHERE owner_id = ?", booking))
                .isZero();
        gym.appoint(Gym.newMember(), massage, Gym.at(day, "10:50"), null).expect(201);
    }

    @Test
    void anAppointmentWaitsForLeaveThatIsBeingEntered() throws Exception {
        SkuId massage = gym.service(60);
        String li = gym.person("李师傅", Ids.next());
        Instant ten = Gym.at(gym.soon(), "10:00");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Api.Answer> answer = transaction.execute(status -> {
                planShifts.leave(Long.parseLong(li), gym.store, ten, ten.plusSeconds(3600), "病假");
                Future<Api.Answer> asked = threads.submit(() -> gym.appoint(Gym.newMember(), massage, ten, li));
                Awaitility.await().until(() -> asked.isDone() || somebodyWaitsForTheStore());
                return asked;
            });
            answer.get().expectProblem(409, "ON_LEAVE");
        }
    }
}
