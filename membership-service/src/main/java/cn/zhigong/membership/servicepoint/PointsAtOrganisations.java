package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The places of a union that ends go on under its successor; closed ones stay where they closed. */
@Singleton
class PointsAtOrganisations implements HeldAtOrganisations {

    private static final int PORTION = 500;

    private final ServicePoints points;
    private final Outbox outbox;

    PointsAtOrganisations(ServicePoints points, Outbox outbox) {
        this.points = points;
        this.outbox = outbox;
    }

    @Override
    public String what() {
        return "SERVICE_POINTS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return points.anyAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        List<ServicePoint> portion;
        do {
            portion = points.someAt(ended, PORTION);
            portion.forEach(point -> outbox.publish(point.passTo(successor)));
            points.flush();
        } while (!portion.isEmpty());
    }
}
